<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>AccountForm</name>
    <message>
        <source>Open an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan, its orders and its funds are kept for this account, on this computer only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balance ({currency})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit limit ({currency})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name of at most 80 characters is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of a person, at most 80 characters, is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A phone number such as +86 13812342046, or an email address, is needed for the codes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address such as name@company.example is expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An amount of zero or more is expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something here cannot be meant.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgreementCard</name>
    <message>
        <source>Support Plan Service Agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have read and agree to the Support Plan Service Agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PDF could not be saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoosePage</name>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Required Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in months, or years; the end date is under each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan starts when the payment completes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buy Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/ month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{duration}, ends {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends {end}, {days} from today</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClockButton</name>
    <message>
        <source>1 minute later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 hour later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 day later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 month later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demonstration&apos;s clock stands still until you move it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demonstration clock {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClockDialog</name>
    <message>
        <source>Set the demonstration clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date and time at the site:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodeCard</name>
    <message numerus="yes">
        <source>Enter the %n-digit code</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>It is bound to this order and its amount, and only the newest code counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verification code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip the wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves the demonstration&apos;s clock on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No code was sent yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>code expires in {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the code has expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again in {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n send(s) left today</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Sent to {contact} · {sends}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareTable</name>
    <message>
        <source>Compare plans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than the plan to its left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service items of {plan}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select {plan}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/ mo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfirmPage</name>
    <message>
        <source>Go to that order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order confirmation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation type="unfinished">下一步</translation>
    </message>
    <message>
        <source>Next generates the order; nothing is charged yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prices as of {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Required Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when the payment completes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Unexpected error</source>
        <translation>意外错误</translation>
    </message>
    <message>
        <source>Something went wrong that should not have</source>
        <translation>出现了不应发生的错误</translation>
    </message>
    <message>
        <source>What was done before is kept. Look at your orders before you send one again. The report below holds no personal data; please send it to the developers.</source>
        <translation>此前的操作已保存。再次提交订单前，请先查看您的订单。下面的报告不含个人信息，请发送给开发者。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>DemonstrationMessage</name>
    <message>
        <source>Offline demonstration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No message leaves this computer. The code arrives under Messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves this page; the order stays open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the demonstration message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No code was sent yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verification code {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demonstration only, valid until {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailsPage</name>
    <message>
        <source>Plan Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your plan is safe; it appears here after Retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>View order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{plan} is active until {end}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{start} – {end}</source>
        <comment>the validity period on one line</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validity period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balance {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit {amount}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>{plan}, price list of {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monthly price</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>× %n month(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Discount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} for {duration}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none for {duration}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VAT {rate}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
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
    <name>PaymentPage</name>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose how to pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel Order</source>
        <translation type="unfinished">取消订单</translation>
    </message>
    <message>
        <source>Pay Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make Payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity verification follows; nothing is charged before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order generated: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays open until {deadline}. You can leave and pay later from My Orders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Available {amount} · used first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Available credit {available} of {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} left after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel order {number}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is charged and the plan stays as it is. A canceled order cannot be paid any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep Order</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanCard</name>
    <message>
        <source>Buy Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{scenario} · free, no validity period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{scenario} · since {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An order is open: pay or cancel it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires today</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Expires in %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Today · {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past term</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current term</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended term</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renewal {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grace period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days}, still usable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retention period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days}, frozen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frozen until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usable until</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n renewal(s) included</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Last order {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pending payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pending approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation type="unfinished"></translation>
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
    <name>Problems</name>
    <message>
        <source>Something went wrong ({code}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed by halves. Try again; if it stays, restart the application.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no support plan “{tier}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of the plans on offer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{months} months are not on offer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of the durations on offer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tier} is free and needs no purchase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a paid plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account already has {tier}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is valid until {until}. A new plan can be bought once it has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account is under unified accounting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its master account {master} buys the support plan for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Support Plan Service Agreement has not been accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read version {version} and tick the box below it, then go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no agreement of version {version}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this window and open it again to see the agreement in force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount has changed from {agreed} to {current}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price list has changed since it was shown. Check the new amount and confirm again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {number} is still open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay it or cancel it first; a plan has one open order at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This order does not exist for the acting account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for it in My Orders, or let another account act.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {number} was generated for something else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this window and begin again; the order stays in My Orders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The payment deadline of order {number} has passed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ended {deadline} and the order was canceled. Nothing was charged; place a new order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {number} can no longer be changed that way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its status has changed in the meantime. Look at it in My Orders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not enough funds: {missing} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen funds cover {covered} of {total}. Nothing was charged and the order stays open. Top up, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No funds are chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick the balance, the credit account, or both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A code was sent a moment ago.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another one can be sent in {seconds} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {limit} codes of today have been sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next one can be sent on {next_day}. The order stays open until its deadline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No code has been sent for this order yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where it should go and send it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That code is not correct. {attempts_left} attempts left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the newest code counts. Nothing was charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{attempts} wrong attempts: this code is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order stays open. Send a new code, or use the other channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This code is older than {minutes} minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was charged. Send a new code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account has no contact on that channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the other channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This service ticket does not exist for the acting account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for it in Service Tickets, or let another account act.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This service ticket was created with other words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this window and create it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tier} includes no service tickets for this item.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another item, or a plan that includes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan has no response time for this severity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of the severities on offer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This service ticket is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create a new one for what is left to say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something here cannot be meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the marked field and go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vendor&apos;s data cannot be used: {where}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{problem}. Install the application again, or correct the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account does not exist here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another account to act for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no account here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the first one to begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This data was written by a newer version of the application.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the newest version. The data was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your data is safe. Try again in a moment. ({detail})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This clock cannot be set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a demonstration that was started with --at has a clock to set.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PurchaseWizard</name>
    <message>
        <source>Buy Support Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay</source>
        <translation type="unfinished">去支付</translation>
    </message>
</context>
<context>
    <name>ServiceItems</name>
    <message>
        <source>Service Item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service Content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare plans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service items of {plan}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SplitCard</name>
    <message>
        <source>How the amount is split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{covered} of {total} covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balance {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing {amount}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SummaryPanel</name>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this amount?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No plan chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{start}
to {end}</source>
        <comment>the validity period on two lines</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VAT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay before</source>
        <translation type="unfinished"></translation>
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
<context>
    <name>TopBar</name>
    <message>
        <source>Balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Available credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acting account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Master account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Member account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New account…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerificationPage</name>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity verification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where the verification code goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make Payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order stays open if you leave.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
