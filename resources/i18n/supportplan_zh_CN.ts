<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>FlowWizard</name>
    <message>
        <source>&amp;Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>正在处理</translation>
    </message>
</context>
<context>
    <name>PlanNotices</name>
    <message>
        <source>Pay</source>
        <translation>去支付</translation>
    </message>
    <message>
        <source>Cancel Order</source>
        <translation>取消订单</translation>
    </message>
    <message>
        <source>Order {number} is being carried out: {plan}, {amount}.</source>
        <translation>订单 {number} 处理中：{plan}，{amount}。</translation>
    </message>
    <message>
        <source>Nothing else can be ordered until it is completed.</source>
        <translation>完成之前，无法再下其他订单。</translation>
    </message>
    <message>
        <source>Order {number} is open: {plan}, {amount}, to be paid before {deadline}.</source>
        <translation>订单 {number} 待支付：{plan}，{amount}，{deadline} 截止。</translation>
    </message>
    <message>
        <source>Nothing else can be ordered until it is paid or canceled.</source>
        <translation>支付或取消之前，无法再下其他订单。</translation>
    </message>
    <message numerus="yes">
        <source>Grace period: %n day(s) left, still usable.</source>
        <translation>
            <numerusform>宽限期：还剩 %n 天，仍可使用。</numerusform>
        </translation>
    </message>
    <message>
        <source>{plan} ended on {end}. After {usable} it is frozen for {retention}; then {free}.</source>
        <translation>{plan}已于 {end} 到期。{usable} 之后进入保留期，冻结 {retention}；随后恢复为{free}。</translation>
    </message>
    <message numerus="yes">
        <source>Retention period: {plan} is frozen, %n day(s) left.</source>
        <translation>
            <numerusform>保留期：{plan}已冻结，还剩 %n 天。</numerusform>
        </translation>
    </message>
    <message>
        <source>{plan} ended on {end}. After {frozen} the account is on {free}.</source>
        <translation>{plan}已于 {end} 到期。{frozen} 之后账号恢复为{free}。</translation>
    </message>
    <message>
        <source>{plan} ends on {date} at {time}.</source>
        <translation>{plan}将于 {date} {time} 到期。</translation>
    </message>
    <message>
        <source>After that: {grace} of grace, still usable, until {usable}; then frozen for {retention}; then {free}.</source>
        <translation>到期后：宽限期 {grace}，仍可使用，至 {usable}；随后保留期 {retention}，已冻结；之后恢复为{free}。</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>MMM d, yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>MMM d</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <translation>yyyy-MM</translation>
    </message>
    <message>
        <source>MMM d</source>
        <comment>first day of a period within a year</comment>
        <translation>yyyy-MM-dd</translation>
    </message>
    <message>
        <source>MMM d, yyyy</source>
        <comment>day of a period</comment>
        <translation>yyyy-MM-dd</translation>
    </message>
    <message>
        <source>{first} – {last}</source>
        <translation>{first} 至 {last}</translation>
    </message>
    <message>
        <source>{time} ({offset}) local time</source>
        <translation>本地时间 {time} ({offset})</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n 个月</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n 年</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
</context>
</TS>
