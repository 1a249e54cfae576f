<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>AccountChooser</name>
    <message>
        <source>Choose an account</source>
        <translation>选择账号</translation>
    </message>
    <message>
        <source>Search by account name</source>
        <translation>按账号名称搜索</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Act for It</source>
        <translation>以此账号操作</translation>
    </message>
</context>
<context>
    <name>AccountDialog</name>
    <message>
        <source>New account</source>
        <translation>新建账号</translation>
    </message>
</context>
<context>
    <name>AccountForm</name>
    <message>
        <source>Open an account</source>
        <translation>开通账号</translation>
    </message>
    <message>
        <source>The plan, its orders and its funds are kept for this account, on this computer only.</source>
        <translation>支持计划、订单和资金均归此账号所有，仅保存在本机。</translation>
    </message>
    <message>
        <source>Account name</source>
        <translation>账号名称</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Balance ({currency})</source>
        <translation>余额（{currency}）</translation>
    </message>
    <message>
        <source>Credit limit ({currency})</source>
        <translation>信用额度（{currency}）</translation>
    </message>
    <message>
        <source>Open Account</source>
        <translation>开通账号</translation>
    </message>
    <message>
        <source>A name of at most 80 characters is needed.</source>
        <translation>请输入账号名称，最多 80 个字符。</translation>
    </message>
    <message>
        <source>The name of a person, at most 80 characters, is needed.</source>
        <translation>请输入联系人姓名，最多 80 个字符。</translation>
    </message>
    <message>
        <source>A phone number such as +86 13812342046, or an email address, is needed for the codes.</source>
        <translation>请输入手机号（如 +86 13812342046）或邮箱地址，用于接收验证码。</translation>
    </message>
    <message>
        <source>An address such as name@company.example is expected.</source>
        <translation>请输入有效的邮箱地址，如 name@company.example。</translation>
    </message>
    <message>
        <source>An amount of zero or more is expected.</source>
        <translation>请输入不小于零的金额。</translation>
    </message>
    <message>
        <source>Something here cannot be meant.</source>
        <translation>输入内容有误。</translation>
    </message>
</context>
<context>
    <name>AgreementCard</name>
    <message>
        <source>Support Plan Service Agreement</source>
        <translation>支持计划服务协议</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>另存为 PDF</translation>
    </message>
    <message>
        <source>I have read and agree to the Support Plan Service Agreement</source>
        <translation>我已阅读并同意《支持计划服务协议》</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>The PDF could not be saved.</source>
        <translation>无法保存 PDF。</translation>
    </message>
</context>
<context>
    <name>AgreementReader</name>
    <message>
        <source>Support Plan Service Agreement</source>
        <translation>支持计划服务协议</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>AutoRenewalDialog</name>
    <message>
        <source>Auto-renewal</source>
        <translation>自动续费</translation>
    </message>
    <message>
        <source>Renew the plan by itself before it ends</source>
        <translation>在到期前自动续费</translation>
    </message>
    <message>
        <source>Renewal Duration</source>
        <translation>续费时长</translation>
    </message>
    <message>
        <source>Paid before the end</source>
        <translation>到期前扣款天数</translation>
    </message>
    <message>
        <source>It is paid from the balance, without identity verification. Where the balance is too small it is tried again every day. Renewing by hand does not change this.</source>
        <translation>从余额扣款，无需身份验证。余额不足时每天重试。手动续费不影响此设置。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Nothing is paid by itself; the plan ends with its validity period.</source>
        <translation>不会自动扣款，支持计划在有效期结束时到期。</translation>
    </message>
    <message>
        <source>Amount by today&apos;s prices: …</source>
        <translation>按当前价格：…</translation>
    </message>
    <message>
        <source>Amount by today&apos;s prices: {amount}</source>
        <translation>按当前价格：{amount}</translation>
    </message>
</context>
<context>
    <name>ChangeChoosePage</name>
    <message>
        <source>Go to that order</source>
        <translation>查看该订单</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Change Now</source>
        <translation>立即变更</translation>
    </message>
    <message>
        <source>The end date stays as it is; nothing happens before you confirm.</source>
        <translation>到期时间不变；确认变更前不会有任何变化。</translation>
    </message>
    <message>
        <source>{price} / mo</source>
        <translation>{price} / 月</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>to pay</source>
        <translation>需补交</translation>
    </message>
    <message>
        <source>comes back</source>
        <translation>将退回</translation>
    </message>
</context>
<context>
    <name>ChangeConfirmPage</name>
    <message>
        <source>Order confirmation</source>
        <translation>订单确认</translation>
    </message>
    <message>
        <source>Confirm Change</source>
        <translation>确认变更</translation>
    </message>
    <message>
        <source>Confirm Change generates the order; nothing is charged yet.</source>
        <translation>确认变更将生成订单，此时不会扣款。</translation>
    </message>
    <message>
        <source>Confirm Change takes effect at once, without payment or verification.</source>
        <translation>确认变更后立即生效，无需支付和身份验证。</translation>
    </message>
    <message>
        <source>Support plan</source>
        <translation>支持计划</translation>
    </message>
    <message>
        <source>from {plan}</source>
        <translation>由{plan}更改</translation>
    </message>
    <message>
        <source>when the payment completes</source>
        <translation>支付完成时</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>Takes effect</source>
        <translation>生效时间</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>Renewals not begun</source>
        <translation>未开始的续费</translation>
    </message>
    <message>
        <source>re-priced in the same order, in full</source>
        <translation>在同一订单中按全额重新计价</translation>
    </message>
    <message>
        <source>Supplementary fee</source>
        <translation>补交费用</translation>
    </message>
    <message>
        <source>back to {funds}</source>
        <translation>退回至{funds}</translation>
    </message>
    <message>
        <source>Refund amount</source>
        <translation>退费金额</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message numerus="yes">
        <source>From the moment you confirm, it is {plan} for %n account(s) that the plan is shared with, too.</source>
        <translation>
            <numerusform>自确认时起，共享此计划的 %n 个账号同时变为{plan}。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangeWizard</name>
    <message>
        <source>Select Service</source>
        <translation>服务选型</translation>
    </message>
    <message>
        <source>Confirm Change</source>
        <translation>确认变更</translation>
    </message>
    <message>
        <source>Change Plan</source>
        <translation>更改支持计划</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>支付</translation>
    </message>
</context>
<context>
    <name>ChoosePage</name>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Choose a plan</source>
        <translation>选择支持计划</translation>
    </message>
    <message>
        <source>Required Duration</source>
        <translation>购买时长</translation>
    </message>
    <message>
        <source>in months, or years; the end date is under each</source>
        <translation>按月或按年；下方为结束日期</translation>
    </message>
    <message>
        <source>The plan starts when the payment completes.</source>
        <translation>支付完成后支持计划立即生效。</translation>
    </message>
    <message>
        <source>Buy Now</source>
        <translation>立即购买</translation>
    </message>
    <message>
        <source>/ month</source>
        <translation>/ 月</translation>
    </message>
    <message>
        <source>{duration}, ends {date}</source>
        <translation>{duration}，{date} 结束</translation>
    </message>
    <message>
        <source>Ends {end}, {days} from today</source>
        <translation>结束于 {end}，自今日起 {days}</translation>
    </message>
</context>
<context>
    <name>ClockButton</name>
    <message>
        <source>1 minute later</source>
        <translation>1 分钟后</translation>
    </message>
    <message>
        <source>1 hour later</source>
        <translation>1 小时后</translation>
    </message>
    <message>
        <source>1 day later</source>
        <translation>1 天后</translation>
    </message>
    <message>
        <source>1 month later</source>
        <translation>1 个月后</translation>
    </message>
    <message>
        <source>Set…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>The demonstration&apos;s clock stands still until you move it.</source>
        <translation>演示时钟保持静止，直到您调整它。</translation>
    </message>
    <message>
        <source>Demonstration clock {time}</source>
        <translation>演示时钟 {time}</translation>
    </message>
</context>
<context>
    <name>ClockDialog</name>
    <message>
        <source>Set the demonstration clock</source>
        <translation>设置演示时钟</translation>
    </message>
    <message>
        <source>Date and time at the site:</source>
        <translation>站点日期和时间：</translation>
    </message>
</context>
<context>
    <name>CodeCard</name>
    <message numerus="yes">
        <source>Enter the %n-digit code</source>
        <translation>
            <numerusform>输入 %n 位验证码</numerusform>
        </translation>
    </message>
    <message>
        <source>It is bound to this order and its amount, and only the newest code counts.</source>
        <translation>验证码仅用于本订单及其金额，且以最新一条为准。</translation>
    </message>
    <message>
        <source>Verification code</source>
        <translation>验证码</translation>
    </message>
    <message>
        <source>Skip the wait</source>
        <translation>跳过等待</translation>
    </message>
    <message>
        <source>Moves the demonstration&apos;s clock on</source>
        <translation>拨快演示时钟</translation>
    </message>
    <message>
        <source>No code was sent yet.</source>
        <translation>尚未发送验证码。</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) left</source>
        <translation>
            <numerusform>还可尝试 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>code expires in {time}</source>
        <translation>验证码 {time} 后失效</translation>
    </message>
    <message>
        <source>the code has expired</source>
        <translation>验证码已失效</translation>
    </message>
    <message>
        <source>Send code</source>
        <translation>发送验证码</translation>
    </message>
    <message>
        <source>Send again in {seconds} s</source>
        <translation>{seconds} 秒后可重新发送</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>重新发送</translation>
    </message>
    <message numerus="yes">
        <source>%n send(s) left today</source>
        <translation>
            <numerusform>今日还可发送 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent to {contact} · {sends}</source>
        <translation>已发送至 {contact} · {sends}</translation>
    </message>
</context>
<context>
    <name>CompareTable</name>
    <message>
        <source>Compare plans</source>
        <translation>对比支持计划</translation>
    </message>
    <message>
        <source>more than the plan to its left</source>
        <translation>多于左侧的支持计划</translation>
    </message>
    <message>
        <source>Differences only</source>
        <translation>仅显示差异</translation>
    </message>
    <message>
        <source>Service items of {plan}</source>
        <translation>{plan}服务项目</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Select {plan}</source>
        <translation>选择{plan}</translation>
    </message>
    <message>
        <source>/ mo</source>
        <translation>/ 月</translation>
    </message>
</context>
<context>
    <name>ConfirmPage</name>
    <message>
        <source>Order confirmation</source>
        <translation>订单确认</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>去购买</translation>
    </message>
    <message>
        <source>Next generates the order; nothing is charged yet.</source>
        <translation>下一步生成订单，此时不会扣款。</translation>
    </message>
    <message>
        <source>Support plan</source>
        <translation>支持计划</translation>
    </message>
    <message>
        <source>Required Duration</source>
        <translation>购买时长</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>when the payment completes</source>
        <translation>支付完成时</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
</context>
<context>
    <name>ConfirmRefundPage</name>
    <message>
        <source>At most {longest} characters.</source>
        <translation>最多 {longest} 个字符。</translation>
    </message>
    <message>
        <source>Go to that order</source>
        <translation>前往该订单</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Keep plan</source>
        <translation>保留支持计划</translation>
    </message>
    <message>
        <source>Unsubscribe</source>
        <translation>退订</translation>
    </message>
    <message>
        <source>This cannot be undone; you can buy again at any time.</source>
        <translation>此操作不可撤销；您可随时重新购买。</translation>
    </message>
    <message>
        <source>I have confirmed the refund amount and related fees</source>
        <translation>我已确认本次退订金额和相关费用</translation>
    </message>
    <message>
        <source>What unsubscribing would return on each day</source>
        <translation>各日退订可退的金额</translation>
    </message>
    <message numerus="yes">
        <source>The same goes for %n account(s) that the plan is shared with.</source>
        <translation>
            <numerusform>共享此计划的 %n 个账号同样如此。</numerusform>
        </translation>
    </message>
    <message>
        <source>From the moment you confirm, this account is on {plan}.</source>
        <translation>确认后，本账号立即转为{plan}。</translation>
    </message>
</context>
<context>
    <name>ConnectDialog</name>
    <message>
        <source>Sign in again</source>
        <translation>重新登录</translation>
    </message>
    <message>
        <source>Not Now</source>
        <translation>暂不登录</translation>
    </message>
</context>
<context>
    <name>ConnectForm</name>
    <message>
        <source>Sign in again</source>
        <translation>重新登录</translation>
    </message>
    <message>
        <source>Connect to a server</source>
        <translation>连接服务器</translation>
    </message>
    <message>
        <source>The session has ended. Nothing that was typed is lost; what was under way goes on after this.</source>
        <translation>会话已结束。已填写的内容不会丢失，登录后可继续操作。</translation>
    </message>
    <message>
        <source>Plan, orders and funds are kept at the server; the password is kept nowhere.</source>
        <translation>支持计划、订单和资金保存在服务器上；密码不会保存在任何地方。</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>服务器地址</translation>
    </message>
    <message>
        <source>Account name</source>
        <translation>账号名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>plans.company.example</source>
        <translation>例如 plans.company.example</translation>
    </message>
    <message>
        <source>The session is kept in the system&apos;s keyring, so the next start asks for no password.</source>
        <translation>会话保存在系统密钥环中，下次启动无需再输入密码。</translation>
    </message>
    <message>
        <source>No keyring of the system can be used: the session lasts until this window closes, and the next start asks for the password.</source>
        <translation>没有可用的系统密钥环：会话在关闭此窗口后结束，下次启动需要再次输入密码。</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>Sign in in {seconds} s</source>
        <translation>{seconds} 秒后可登录</translation>
    </message>
    <message>
        <source>Sign In</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>An address such as https://plans.company.example is expected; http only on this computer.</source>
        <translation>请输入形如 https://plans.company.example 的地址；http 仅可用于本机。</translation>
    </message>
    <message>
        <source>The name that signs in is needed.</source>
        <translation>请输入登录名。</translation>
    </message>
    <message>
        <source>Something here cannot be meant.</source>
        <translation>此处填写有误。</translation>
    </message>
    <message>
        <source>Too many tries to sign in.</source>
        <translation>登录尝试次数过多。</translation>
    </message>
    <message>
        <source>The server takes the next one in {seconds} s.</source>
        <translation>服务器将在 {seconds} 秒后接受下一次尝试。</translation>
    </message>
</context>
<context>
    <name>ConsentCard</name>
    <message>
        <source>Consent</source>
        <translation>同意记录</translation>
    </message>
    <message>
        <source>Read this version</source>
        <translation>阅读此版本</translation>
    </message>
    <message>
        <source>Copy fingerprint</source>
        <translation>复制指纹</translation>
    </message>
    <message>
        <source>No identity verification is needed for a refund.</source>
        <translation>退款无需身份验证。</translation>
    </message>
    <message>
        <source>Refund amount and related fees confirmed</source>
        <translation>已确认本次退订金额和相关费用</translation>
    </message>
    <message>
        <source>No agreement needed</source>
        <translation>无需同意协议</translation>
    </message>
    <message>
        <source>A renewal goes on under the agreement the plan was bought with.</source>
        <translation>续费沿用购买支持计划时同意的协议。</translation>
    </message>
    <message>
        <source>Support Plan Service Agreement accepted</source>
        <translation>已同意《支持计划服务协议》</translation>
    </message>
    <message>
        <source>Version {version} · {name}
{time}</source>
        <translation>版本 {version} · {name}
{time}</translation>
    </message>
    <message>
        <source>SHA-256 {fingerprint}</source>
        <translation>SHA-256 {fingerprint}</translation>
    </message>
</context>
<context>
    <name>ConsentPage</name>
    <message>
        <source>Go to that order</source>
        <translation>查看该订单</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>prices as of {time}</source>
        <translation>价格截至 {time}</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>CountedText</name>
    <message>
        <source>{used} of {longest}</source>
        <translation>{used}/{longest}</translation>
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
    <name>CreateMemberDialog</name>
    <message>
        <source>A name of at most 80 characters is needed.</source>
        <translation>请输入账号名称，最多 80 个字符。</translation>
    </message>
    <message>
        <source>The name of a person, at most 80 characters, is needed.</source>
        <translation>请输入联系人姓名，最多 80 个字符。</translation>
    </message>
    <message>
        <source>A phone number such as +86 13812342046, or an email address, is needed.</source>
        <translation>请输入手机号（如 +86 13812342046）或邮箱地址。</translation>
    </message>
    <message>
        <source>An address such as name@company.example is expected.</source>
        <translation>请输入有效的邮箱地址，如 name@company.example。</translation>
    </message>
    <message>
        <source>Create Member</source>
        <translation>创建企业子账号</translation>
    </message>
    <message>
        <source>The account is there at once, belongs to this organization, and has no funds yet.</source>
        <translation>账号立即创建，归属本组织，暂无资金。</translation>
    </message>
    <message>
        <source>Account name</source>
        <translation>账号名称</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>邮箱</translation>
    </message>
</context>
<context>
    <name>CurveCard</name>
    <message>
        <source>{amount} by day</source>
        <translation>按日{amount}</translation>
    </message>
    <message>
        <source>Show as curve</source>
        <translation>以曲线显示</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>以表格显示</translation>
    </message>
    <message>
        <source>tomorrow {amount}</source>
        <translation>明天 {amount}</translation>
    </message>
    <message>
        <source>today is the last day</source>
        <translation>今天是最后一天</translation>
    </message>
    <message>
        <source>Today, {day} · {amount}</source>
        <translation>今天 {day} · {amount}</translation>
    </message>
    <message>
        <source>{day} · {amount}</source>
        <translation>{day} · {amount}</translation>
    </message>
    <message>
        <source>{day}: {amount}</source>
        <translation>{day}：{amount}</translation>
    </message>
    <message>
        <source>{day}, end</source>
        <translation>{day} 到期</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>{day}, today</source>
        <translation>{day}（今天）</translation>
    </message>
</context>
<context>
    <name>DemonstrationMessage</name>
    <message>
        <source>Offline demonstration</source>
        <translation>离线演示</translation>
    </message>
    <message>
        <source>No message leaves this computer. The code arrives under Messages.</source>
        <translation>不会发送任何消息，验证码显示在“消息”中。</translation>
    </message>
    <message>
        <source>Open Messages</source>
        <translation>打开消息</translation>
    </message>
    <message>
        <source>Leaves this page; the order stays open.</source>
        <translation>将离开此页面，订单仍然有效。</translation>
    </message>
    <message>
        <source>Show the demonstration message</source>
        <translation>显示演示消息</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>填入</translation>
    </message>
    <message>
        <source>No code was sent yet.</source>
        <translation>尚未发送验证码。</translation>
    </message>
    <message>
        <source>Verification code {code}</source>
        <translation>验证码 {code}</translation>
    </message>
    <message>
        <source>Demonstration only, valid until {time}</source>
        <translation>仅供演示，有效期至 {time}</translation>
    </message>
</context>
<context>
    <name>DetailHead</name>
    <message>
        <source>My Orders</source>
        <translation>我的订单</translation>
    </message>
    <message>
        <source>Receipt (PDF)</source>
        <translation>收据 (PDF)</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>去支付</translation>
    </message>
    <message>
        <source>Cancel Order</source>
        <translation>取消订单</translation>
    </message>
    <message>
        <source>Copy order number</source>
        <translation>复制订单号</translation>
    </message>
    <message>
        <source>Order {number}</source>
        <translation>订单 {number}</translation>
    </message>
    <message>
        <source>created {time} · to be paid before {deadline}</source>
        <translation>创建于 {time} · 请于 {deadline} 前支付</translation>
    </message>
    <message>
        <source>created {time}</source>
        <translation>创建于 {time}</translation>
    </message>
</context>
<context>
    <name>DetailsPage</name>
    <message>
        <source>Plan Details</source>
        <translation>支持计划详情</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation>暂无可显示内容</translation>
    </message>
    <message>
        <source>Your plan is safe; it appears here after Retry.</source>
        <translation>支持计划数据安全；重试成功后将显示在这里。</translation>
    </message>
    <message>
        <source>As of {time}</source>
        <translation>数据截至 {time}</translation>
    </message>
</context>
<context>
    <name>DifferencesCard</name>
    <message>
        <source>What changes</source>
        <translation>变更内容</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) gained</source>
        <translation>
            <numerusform>%n 项提升</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing gained</source>
        <translation>无提升</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) become less</source>
        <translation>
            <numerusform>%n 项减少</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing lost</source>
        <translation>无减少</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) stay</source>
        <translation>
            <numerusform>%n 项不变</numerusform>
        </translation>
    </message>
    <message>
        <source>Now · {plan}</source>
        <translation>当前 · {plan}</translation>
    </message>
    <message>
        <source>After · {plan}</source>
        <translation>变更后 · {plan}</translation>
    </message>
    <message>
        <source>Service Item</source>
        <translation>服务项目</translation>
    </message>
    <message>
        <source>more than now</source>
        <translation>较当前提升</translation>
    </message>
    <message>
        <source>less than now</source>
        <translation>较当前减少</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>View order</source>
        <translation>查看订单</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Payment completed</source>
        <translation>支付完成</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>View refund progress</source>
        <translation>查看退款进度</translation>
    </message>
    <message>
        <source>Change completed</source>
        <translation>变更完成</translation>
    </message>
    <message>
        <source>{plan} is active until {end}.</source>
        <translation>{plan}已生效，有效期至 {end}。</translation>
    </message>
    <message>
        <source>{active} The refund is on its way.</source>
        <translation>{active}退款正在处理中。</translation>
    </message>
    <message>
        <source>Support plan</source>
        <translation>支持计划</translation>
    </message>
    <message>
        <source>{start} – {end}</source>
        <comment>the validity period on one line</comment>
        <translation>{start} 至 {end}</translation>
    </message>
    <message>
        <source>Validity period</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Refund amount</source>
        <comment>of a downgrade</comment>
        <translation>退费金额</translation>
    </message>
    <message>
        <source>Expected by</source>
        <translation>预计到账日期</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>实付金额</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>from {plan}</source>
        <translation>由{plan}更改</translation>
    </message>
</context>
<context>
    <name>ExportBanner</name>
    <message>
        <source>orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation>导出 CSV</translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) exported</source>
        <translation>
            <numerusform>已导出 %n 个订单</numerusform>
        </translation>
    </message>
    <message>
        <source>The orders could not be exported.</source>
        <translation>无法导出订单。</translation>
    </message>
    <message>
        <source>Exporting: {done} of {count} orders</source>
        <translation>正在导出：{done} / {count} 个订单</translation>
    </message>
</context>
<context>
    <name>ExportTexts</name>
    <message>
        <source>Order</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>支持计划</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Pay before</source>
        <translation>支付截止</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
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
    <name>FundsCard</name>
    <message>
        <source>Funds</source>
        <translation>资金</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>Credit account</source>
        <translation>信用账户</translation>
    </message>
    <message>
        <source>The refund goes back to the funds it came from, credit first.</source>
        <translation>款项原路退回，优先退回信用账户。</translation>
    </message>
    <message>
        <source>Nothing was charged.</source>
        <translation>未扣款。</translation>
    </message>
    <message>
        <source>Nothing has been charged yet. The funds are chosen when the order is paid.</source>
        <translation>尚未扣款。支付订单时选择资金。</translation>
    </message>
</context>
<context>
    <name>InvitationCard</name>
    <message>
        <source>This account is a member of {master} already. It has to be disassociated there first.</source>
        <translation>此账号已是 {master} 的企业子账号，须先由其解除关联。</translation>
    </message>
    <message>
        <source>A master account cannot become a member while it has members or invitations.</source>
        <translation>企业主账号仍有企业子账号或邀请时，不能成为企业子账号。</translation>
    </message>
    <message>
        <source>Do first what is listed above.</source>
        <translation>请先完成上面列出的事项。</translation>
    </message>
    <message>
        <source>{master} invites this account</source>
        <translation>{master} 邀请此账号</translation>
    </message>
    <message>
        <source>sent {date}</source>
        <translation>发出于 {date}</translation>
    </message>
    <message>
        <source>sent {date}, open until {time}</source>
        <translation>发出于 {date}，有效至 {time}</translation>
    </message>
    <message>
        <source>Only {master} can end the membership later; the mode cannot be changed.</source>
        <translation>加入后只有 {master} 可以解除关联；财务模式不可更改。</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受邀请</translation>
    </message>
    <message>
        <source>Nothing is in the way</source>
        <translation>可以加入</translation>
    </message>
    <message>
        <source>You can accept now.</source>
        <translation>现在即可接受邀请。</translation>
    </message>
    <message>
        <source>Before you can accept</source>
        <translation>接受邀请前须完成</translation>
    </message>
    <message>
        <source>My Orders</source>
        <translation>我的订单</translation>
    </message>
    <message>
        <source>Unsubscribe…</source>
        <translation>退订…</translation>
    </message>
    <message>
        <source>The order above comes first.</source>
        <translation>请先处理上面的订单。</translation>
    </message>
</context>
<context>
    <name>InviteDialog</name>
    <message>
        <source>Check the name: it has to be written exactly as the account is named.</source>
        <translation>请检查名称：须与账号名称完全一致。</translation>
    </message>
    <message>
        <source>Invite an account</source>
        <translation>邀请账号</translation>
    </message>
    <message>
        <source>It is told in its messages and accepts or declines. Under unified accounting it has to settle unpaid orders and unsubscribe from a plan of its own before it can accept.</source>
        <translation>对方会收到消息并选择接受或拒绝。财务托管方式下，须先处理未支付订单并退订自有计划才能接受邀请。</translation>
    </message>
    <message>
        <source>Account name</source>
        <translation>账号名称</translation>
    </message>
    <message>
        <source>Exactly as the account is named</source>
        <translation>与账号名称完全一致</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>邀请</translation>
    </message>
</context>
<context>
    <name>LinesCard</name>
    <message>
        <source>Lines</source>
        <translation>明细</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>Old value</source>
        <translation>原计划价值</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>新计划价值</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>实付金额</translation>
    </message>
    <message>
        <source>Consumed amount</source>
        <translation>已消费金额</translation>
    </message>
    <message>
        <source>Handling fee</source>
        <translation>手续费</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退订金额</translation>
    </message>
    <message>
        <source>{plan}, renewal {number}</source>
        <translation>{plan}，续费 {number}</translation>
    </message>
    <message>
        <source>{plan}, current term</source>
        <translation>{plan}，当前周期</translation>
    </message>
</context>
<context>
    <name>LinkBanner</name>
    <message>
        <source>Sign In</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>正在询问…</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>The session has ended.</source>
        <translation>会话已结束。</translation>
    </message>
    <message>
        <source>What was last seen can be read. Sign in to go on; nothing that was typed is lost.</source>
        <translation>上次看到的内容仍可查看。登录后即可继续，已填写的内容不会丢失。</translation>
    </message>
    <message>
        <source>{advice} It has not answered since {time} and is asked again every {seconds} s. What was last seen can be read; orders, payments and other changes wait until it answers.</source>
        <translation>{advice}服务器自 {time} 起没有响应，每 {seconds} 秒重新询问一次。上次看到的内容仍可查看；订单、付款及其他变更须等服务器恢复响应。</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>LostItems</name>
    <message>
        <source>{item} ({content})</source>
        <comment>a service item and what is left of it</comment>
        <translation>{item}（{content}）</translation>
    </message>
    <message>
        <source>Lost: {items}.</source>
        <translation>不再提供：{items}。</translation>
    </message>
    <message>
        <source>Reduced: {items}.</source>
        <translation>降低为：{items}。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the items of a list</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Support Plan</source>
        <translation>支持计划</translation>
    </message>
    <message>
        <source>Plan Details</source>
        <translation>支持计划详情</translation>
    </message>
    <message>
        <source>My Orders</source>
        <translation>我的订单</translation>
    </message>
    <message>
        <source>Organization and Sharing</source>
        <translation>组织与共享</translation>
    </message>
    <message>
        <source>Service Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>偏好设置</translation>
    </message>
    <message>
        <source>Auto-renewal is on</source>
        <translation>自动续费已开启</translation>
    </message>
    <message>
        <source>Auto-renewal is off</source>
        <translation>自动续费已关闭</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Next on {time}.</source>
        <translation>下次扣款：{time}。</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n 条未读</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemberCard</name>
    <message>
        <source>Plan Details</source>
        <translation>支持计划详情</translation>
    </message>
    <message>
        <source>Member of {master}</source>
        <translation>{master} 的企业子账号</translation>
    </message>
    <message>
        <source>Master account</source>
        <translation>企业主账号</translation>
    </message>
    <message>
        <source>Effective plan</source>
        <translation>生效计划</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Service tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>this account, for itself</source>
        <translation>此账号自行办理</translation>
    </message>
    <message>
        <source>{master} buys for this account. What it shares is yours as long as it shares it.</source>
        <translation>由 {master} 为此账号购买。共享期间，此账号享有其共享的计划。</translation>
    </message>
    <message>
        <source>Who buys and changes</source>
        <translation>由谁办理</translation>
    </message>
    <message>
        <source>buy, change, renew, unsubscribe</source>
        <translation>购买、更改、续费、退订</translation>
    </message>
    <message>
        <source>only {master}</source>
        <translation>仅 {master}</translation>
    </message>
    <message>
        <source>Nothing is shared with this account at present.</source>
        <translation>目前没有计划共享给此账号。</translation>
    </message>
    <message>
        <source>{master} has not enabled sharing, or has no plan that can be shared. Ask it to enable sharing; it then reaches this account at once.</source>
        <translation>{master} 未开启共享，或没有可共享的计划。请其开启共享，此账号即刻获得。</translation>
    </message>
    <message>
        <source>This account buys its own plan and pays for it.</source>
        <translation>此账号自行购买计划并付款。</translation>
    </message>
    <message>
        <source>Nothing is shared: plans are shared with unified accounting members only.</source>
        <translation>不参与共享：计划只共享给财务托管的企业子账号。</translation>
    </message>
    <message>
        <source>The mode of a member is never changed. To be shared with, {master} disassociates this account and invites it under unified accounting.</source>
        <translation>财务模式不可更改。如需共享，由 {master} 解除关联后以财务托管方式重新邀请。</translation>
    </message>
</context>
<context>
    <name>MemberDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>MemberFilters</name>
    <message>
        <source>Search by account name</source>
        <translation>按账号名称搜索</translation>
    </message>
    <message>
        <source>Which accounts</source>
        <translation>账号范围</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>全部账号</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>找到 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemberRows</name>
    <message>
        <source>Master account</source>
        <translation>企业主账号</translation>
    </message>
    <message>
        <source>invited {date}</source>
        <translation>{date} 邀请</translation>
    </message>
    <message>
        <source>since {date}</source>
        <translation>{date} 加入</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Accounting mode</source>
        <translation>财务模式</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Own plan</source>
        <translation>自有计划</translation>
    </message>
    <message>
        <source>Effective plan</source>
        <translation>生效计划</translation>
    </message>
</context>
<context>
    <name>MembersCard</name>
    <message>
        <source>Organization</source>
        <translation>组织</translation>
    </message>
    <message>
        <source>Create Member</source>
        <translation>创建企业子账号</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Send Reminder</source>
        <translation>发送提醒</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>撤销邀请…</translation>
    </message>
    <message>
        <source>Disassociate…</source>
        <translation>解除关联…</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n 个企业子账号</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invited</source>
        <translation>
            <numerusform>%n 个已邀请</numerusform>
        </translation>
    </message>
    <message>
        <source>1 master</source>
        <translation>1 个企业主账号</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between counts</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>No members yet</source>
        <translation>暂无企业子账号</translation>
    </message>
    <message>
        <source>Accounts that accept your invitation, and members you create, stand here under your account.</source>
        <translation>接受邀请的账号和您创建的企业子账号会显示在您的账号下。</translation>
    </message>
    <message>
        <source>No account matches</source>
        <translation>没有符合条件的账号</translation>
    </message>
    <message>
        <source>No member and no invited account is all that is chosen above.</source>
        <translation>没有企业子账号或被邀请账号符合以上条件。</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>MessageTexts</name>
    <message>
        <source>Unread: {message}</source>
        <translation>未读：{message}</translation>
    </message>
    <message>
        <source>Verification code</source>
        <translation>验证码</translation>
    </message>
    <message>
        <source>It confirms the payment of order {number}. Only the newest code of an order counts.</source>
        <translation>用于确认订单 {number} 的支付。同一订单只有最新的验证码有效。</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Order generated</source>
        <translation>订单已生成</translation>
    </message>
    <message>
        <source>{plan} for {amount} is waiting for payment. What is not paid by {until} is canceled.</source>
        <translation>{plan}（{amount}）待支付。{until} 前未支付，订单将被取消。</translation>
    </message>
    <message>
        <source>Pay before</source>
        <translation>支付截止时间</translation>
    </message>
    <message>
        <source>Order completed</source>
        <translation>订单已完成</translation>
    </message>
    <message>
        <source>{amount} was paid. {plan} is active and valid until {until}.</source>
        <translation>已支付 {amount}。{plan}已生效，有效期至 {until}。</translation>
    </message>
    <message>
        <source>Order canceled</source>
        <translation>订单已取消</translation>
    </message>
    <message>
        <source>{plan} for {amount} was not bought. Nothing was charged.</source>
        <translation>{plan}（{amount}）未购买，没有扣款。</translation>
    </message>
    <message>
        <source>Payment deadline over</source>
        <translation>已过支付截止时间</translation>
    </message>
    <message>
        <source>{plan} for {amount} was not paid by {until}, so the order was canceled. Nothing was charged.</source>
        <translation>{plan}（{amount}）在 {until} 前未支付，订单已取消，没有扣款。</translation>
    </message>
    <message>
        <source>Payment deadline</source>
        <translation>支付截止时间</translation>
    </message>
    <message>
        <source>Refund submitted</source>
        <translation>退费已提交</translation>
    </message>
    <message>
        <source>The refund of {amount} for {plan} is waiting for approval.</source>
        <translation>{plan}的退费 {amount} 待审核。</translation>
    </message>
    <message>
        <source>Refund approved</source>
        <translation>退费已审核</translation>
    </message>
    <message>
        <source>{amount} is on its way back to the funds it came from.</source>
        <translation>{amount} 正在按原支付方式退回。</translation>
    </message>
    <message>
        <source>Refund completed</source>
        <translation>退费已完成</translation>
    </message>
    <message>
        <source>{amount} has gone back to the funds it came from.</source>
        <translation>{amount} 已按原支付方式退回。</translation>
    </message>
    <message>
        <source>Auto-renewal failed</source>
        <translation>自动续费失败</translation>
    </message>
    <message>
        <source>{plan} could not be renewed for {amount}: the balance does not cover it. Top up or renew it.</source>
        <translation>{plan}未能以 {amount} 续费：余额不足。请充值或手动续费。</translation>
    </message>
    <message>
        <source>Next attempt</source>
        <translation>下次尝试</translation>
    </message>
    <message>
        <source>Plan expires soon</source>
        <translation>支持计划即将到期</translation>
    </message>
    <message>
        <source>{plan} is valid until {until}. Renew it to keep what it includes.</source>
        <translation>{plan}有效期至 {until}。续费后可继续使用其服务内容。</translation>
    </message>
    <message>
        <source>Plan expired</source>
        <translation>支持计划已到期</translation>
    </message>
    <message>
        <source>{plan} is in its grace period and can be used until {until}. Renew it before then.</source>
        <translation>{plan}处于宽限期，可使用至 {until}。请在此之前续费。</translation>
    </message>
    <message>
        <source>Grace period until</source>
        <translation>宽限期至</translation>
    </message>
    <message>
        <source>Plan frozen</source>
        <translation>支持计划已冻结</translation>
    </message>
    <message>
        <source>{plan} is in its retention period and cannot be used. It can be renewed until {until}.</source>
        <translation>{plan}处于保留期，无法使用。在 {until} 前可以续费。</translation>
    </message>
    <message>
        <source>Retention period until</source>
        <translation>保留期至</translation>
    </message>
    <message>
        <source>Plan ended</source>
        <translation>支持计划已终止</translation>
    </message>
    <message>
        <source>{plan} has ended and cannot be renewed any more. A new plan can be bought at any time.</source>
        <translation>{plan}已终止，不能再续费。您可以随时购买新的支持计划。</translation>
    </message>
    <message>
        <source>Open until</source>
        <translation>有效至</translation>
    </message>
    <message>
        <source>Invitation received</source>
        <translation>收到邀请</translation>
    </message>
    <message>
        <source>{other} invites this account to be its member. Accept or decline it by {until}.</source>
        <translation>{other} 邀请此账号成为其企业子账号。请在 {until} 前接受邀请或拒绝。</translation>
    </message>
    <message>
        <source>Reminder of an invitation</source>
        <translation>邀请提醒</translation>
    </message>
    <message>
        <source>The invitation of {other} still waits for your answer, until {until}.</source>
        <translation>{other} 的邀请仍待答复，有效至 {until}。</translation>
    </message>
    <message>
        <source>Invitation accepted</source>
        <translation>邀请已接受</translation>
    </message>
    <message>
        <source>{other} is now a member of this account.</source>
        <translation>{other} 已成为此账号的企业子账号。</translation>
    </message>
    <message>
        <source>Invitation declined</source>
        <translation>邀请已拒绝</translation>
    </message>
    <message>
        <source>{other} does not become a member of this account. It can be invited again.</source>
        <translation>{other} 未成为此账号的企业子账号，可再次邀请。</translation>
    </message>
    <message>
        <source>Invitation revoked</source>
        <translation>邀请已撤销</translation>
    </message>
    <message>
        <source>{other} has taken its invitation back; it can no longer be accepted.</source>
        <translation>{other} 已撤销邀请，不能再接受。</translation>
    </message>
    <message>
        <source>Invitation expired</source>
        <translation>邀请已过期</translation>
    </message>
    <message>
        <source>The invitation between this account and {other} was not answered in time and has ended.</source>
        <translation>此账号与 {other} 之间的邀请未在有效期内答复，已失效。</translation>
    </message>
    <message>
        <source>Disassociated</source>
        <translation>已解除关联</translation>
    </message>
    <message>
        <source>{other} has let this account go. It shares nothing with it any more; this account buys for itself.</source>
        <translation>{other} 已与此账号解除关联，不再共享任何计划；此账号自行购买。</translation>
    </message>
    <message>
        <source>News about an order</source>
        <translation>订单动态</translation>
    </message>
    <message>
        <source>{plan}, {amount}.</source>
        <translation>{plan}，{amount}。</translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>No message is open</source>
        <translation>未打开消息</translation>
    </message>
    <message>
        <source>Choose one on the left to read it and copy what is in it.</source>
        <translation>在左侧选择一条消息，即可阅读并复制其中的内容。</translation>
    </message>
    <message>
        <source>View order</source>
        <translation>查看订单</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>View invitation</source>
        <translation>查看邀请</translation>
    </message>
    <message>
        <source>Organization and Sharing</source>
        <translation>组织与共享</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Support plan</source>
        <translation>支持计划</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Verification code {code}</source>
        <translation>验证码 {code}</translation>
    </message>
    <message>
        <source>Sent to {contact}</source>
        <translation>已发送至 {contact}</translation>
    </message>
    <message>
        <source>Offline demonstration</source>
        <translation>离线演示</translation>
    </message>
    <message>
        <source>Local data</source>
        <translation>本地数据</translation>
    </message>
    <message>
        <source>No message leaves this computer: instead of going to {contact}, the code stays here.</source>
        <translation>消息不会离开本机：验证码没有发送到 {contact}，只保存在这里。</translation>
    </message>
</context>
<context>
    <name>MessagesPage</name>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>全部标为已读</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n 条未读</numerusform>
        </translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>还没有消息</translation>
    </message>
    <message>
        <source>Verification codes and news about your orders appear here.</source>
        <translation>验证码和订单动态会显示在这里。</translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation>暂时没有可显示的内容</translation>
    </message>
    <message>
        <source>Your messages are safe; they appear here after Retry.</source>
        <translation>您的消息不会丢失，重试后会显示在这里。</translation>
    </message>
</context>
<context>
    <name>ModePicker</name>
    <message>
        <source>Accounting mode</source>
        <translation>财务模式</translation>
    </message>
    <message>
        <source>The mode cannot be changed later: the member is disassociated and invited again instead.</source>
        <translation>财务模式之后不可更改：须解除关联后重新邀请。</translation>
    </message>
</context>
<context>
    <name>OpenOrderBanner</name>
    <message>
        <source>Pay</source>
        <translation>去支付</translation>
    </message>
    <message>
        <source>Cancel Order</source>
        <translation>取消订单</translation>
    </message>
    <message>
        <source>Order {number} is open: {what}, {amount}, to be paid before {deadline}.</source>
        <translation>订单 {number} 待支付：{what}，{amount}，{deadline} 截止。</translation>
    </message>
    <message>
        <source>Nothing else can be ordered until it is paid or canceled.</source>
        <translation>支付或取消之前，无法再下其他订单。</translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Or connect to a server…</source>
        <translation>或连接服务器…</translation>
    </message>
</context>
<context>
    <name>OrderCanceling</name>
    <message>
        <source>Cancel this order?</source>
        <translation>取消此订单？</translation>
    </message>
    <message>
        <source>It cannot be paid any more. Nothing is charged; a new order can be placed at any time.</source>
        <translation>取消后无法再支付此订单。不会扣款，可随时重新下单。</translation>
    </message>
    <message>
        <source>Cancel Order</source>
        <translation>取消订单</translation>
    </message>
    <message>
        <source>Keep Order</source>
        <translation>保留订单</translation>
    </message>
    <message>
        <source>{number}; nothing was charged</source>
        <translation>{number}；未扣款</translation>
    </message>
    <message>
        <source>Order canceled</source>
        <translation>订单已取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>OrderDetail</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Receipt (PDF)</source>
        <translation>收据 (PDF)</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Receipt saved</source>
        <translation>收据已保存</translation>
    </message>
    <message>
        <source>The receipt could not be saved.</source>
        <translation>无法保存收据。</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation>暂无可显示内容</translation>
    </message>
    <message>
        <source>The order appears here after Retry.</source>
        <translation>重试成功后，订单将显示在这里。</translation>
    </message>
</context>
<context>
    <name>OrderFilters</name>
    <message>
        <source>Search by order number</source>
        <translation>按订单号搜索</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>全部类型</translation>
    </message>
    <message>
        <source>All statuses</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>全部时间</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Last 6 months</source>
        <translation>最近 6 个月</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>最近 12 个月</translation>
    </message>
    <message>
        <source>Choose days</source>
        <translation>选择日期</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>to</source>
        <comment>the last day of a period</comment>
        <translation>至</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日期</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>共 %n 个订单</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderList</name>
    <message>
        <source>My Orders</source>
        <translation>我的订单</translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation>导出 CSV</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>The orders could not be loaded.</source>
        <translation>无法加载订单。</translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation>暂无可显示内容</translation>
    </message>
    <message>
        <source>Your orders are safe; they appear after Retry.</source>
        <translation>订单数据安全；重试成功后将显示在这里。</translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation>暂无订单</translation>
    </message>
    <message>
        <source>Orders appear here once a plan is bought, renewed, changed or unsubscribed.</source>
        <translation>购买、续费、更改或退订后，订单会显示在这里。</translation>
    </message>
    <message>
        <source>Buy Now</source>
        <translation>立即购买</translation>
    </message>
    <message>
        <source>No order matches</source>
        <translation>没有匹配的订单</translation>
    </message>
    <message>
        <source>No order has all that is chosen above.</source>
        <translation>没有符合以上全部条件的订单。</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
</context>
<context>
    <name>OrderRows</name>
    <message>
        <source>Order</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>支持计划</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Created ({offset})</source>
        <translation>创建时间 ({offset})</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>OrderWords</name>
    <message>
        <source>New purchase</source>
        <translation>新购</translation>
    </message>
    <message>
        <source>Renewal</source>
        <translation>续费</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Unsubscription</source>
        <translation>退订</translation>
    </message>
    <message>
        <source>New purchase of {plan}</source>
        <translation>新购{plan}</translation>
    </message>
    <message>
        <source>Renewal of {plan}</source>
        <translation>续费{plan}</translation>
    </message>
    <message>
        <source>Change to {plan}</source>
        <translation>更改为{plan}</translation>
    </message>
    <message>
        <source>Unsubscription of {plan}</source>
        <translation>退订{plan}</translation>
    </message>
    <message>
        <source>Pending payment</source>
        <translation>待支付</translation>
    </message>
    <message>
        <source>Pending approval</source>
        <translation>待审核</translation>
    </message>
    <message>
        <source>Processing</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>wrong parameters chosen at purchase</source>
        <translation>购买云服务时选错参数</translation>
    </message>
    <message>
        <source>surplus services after deployment</source>
        <translation>业务部署后，退订多购买的云服务</translation>
    </message>
    <message>
        <source>testing finished</source>
        <translation>业务测试完毕退订</translation>
    </message>
    <message>
        <source>hard to use</source>
        <translation>云服务不好用</translation>
    </message>
    <message>
        <source>does not meet deployment needs</source>
        <translation>云服务不满足业务部署需求</translation>
    </message>
    <message>
        <source>fault could not be fixed</source>
        <translation>云服务故障无法修复</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Refund amount</source>
        <comment>of a downgrade</comment>
        <translation>退费金额</translation>
    </message>
    <message>
        <source>Refund amount</source>
        <comment>of an unsubscription</comment>
        <translation>退订金额</translation>
    </message>
    <message>
        <source>Supplementary fee</source>
        <translation>补交费用</translation>
    </message>
    <message>
        <source>Amount due</source>
        <translation>应付金额</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>官网价</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>增值税</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>新计划价值</translation>
    </message>
    <message>
        <source>Old value</source>
        <translation>原计划价值</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>实付金额</translation>
    </message>
    <message>
        <source>Consumed amount</source>
        <translation>已消费金额</translation>
    </message>
    <message>
        <source>Handling fee</source>
        <translation>手续费</translation>
    </message>
    <message>
        <source>Not refunded</source>
        <translation>不予退还</translation>
    </message>
</context>
<context>
    <name>OrdersPage</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>OrganizationDeeds</name>
    <message>
        <source>No account is under unified accounting yet; the first that joins has {plan} at once.</source>
        <translation>目前没有财务托管的企业子账号；首个加入的账号即刻获得{plan}。</translation>
    </message>
    <message>
        <source>Accounts that join later follow the switch. Members under independent accounting keep their own plans.</source>
        <translation>之后加入的账号自动跟随。财务独立的企业子账号保留各自的计划。</translation>
    </message>
    <message>
        <source>Enable Sharing?</source>
        <translation>开启共享？</translation>
    </message>
    <message>
        <source>Enable Sharing</source>
        <translation>开启共享</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>From the moment you confirm, {plan} reaches %n account(s) under unified accounting.</source>
        <translation>
            <numerusform>自确认时起，%n 个财务托管的企业子账号获得{plan}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From the moment you confirm, {plan} ends for %n account(s), all together; {free} is what is left.</source>
        <translation>
            <numerusform>自确认时起，%n 个账号同时不再享有{plan}，变为{free}。</numerusform>
        </translation>
    </message>
    <message>
        <source>Disable Sharing?</source>
        <translation>关闭共享？</translation>
    </message>
    <message>
        <source>Disable Sharing</source>
        <translation>关闭共享</translation>
    </message>
    <message>
        <source>Keep Sharing</source>
        <translation>保持共享</translation>
    </message>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n 个账号</numerusform>
        </translation>
    </message>
    <message>
        <source>Sharing is on</source>
        <translation>共享已开启</translation>
    </message>
    <message>
        <source>Sharing is off</source>
        <translation>共享已关闭</translation>
    </message>
    <message>
        <source>Revoke the invitation of {account}?</source>
        <translation>撤销对 {account} 的邀请？</translation>
    </message>
    <message>
        <source>It can no longer be accepted, and {account} is told. It can be invited again at any time.</source>
        <translation>邀请将不能再接受，{account} 会收到通知。可随时再次邀请。</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>撤销邀请</translation>
    </message>
    <message>
        <source>Keep Invitation</source>
        <translation>保留邀请</translation>
    </message>
    <message>
        <source>Invitation revoked</source>
        <translation>邀请已撤销</translation>
    </message>
    <message>
        <source>{account} is reminded</source>
        <translation>已提醒 {account}</translation>
    </message>
    <message>
        <source>At most once a day, in its messages.</source>
        <translation>通过消息提醒，每天最多一次。</translation>
    </message>
    <message>
        <source>From the moment you confirm, {account} goes from {plan} to {free} and buys for itself.</source>
        <translation>自确认时起，{account} 由{plan}变为{free}，并自行购买。</translation>
    </message>
    <message>
        <source>{account} is on its own from the moment you confirm. Its own plan stays as it is.</source>
        <translation>自确认时起，{account} 独立；其自有计划不变。</translation>
    </message>
    <message>
        <source>Its orders and service tickets stay with it. It has to be invited to come back.</source>
        <translation>其订单和工单保留不变。如需恢复关联，须重新邀请。</translation>
    </message>
    <message>
        <source>Disassociate {account}?</source>
        <translation>与 {account} 解除关联？</translation>
    </message>
    <message>
        <source>Disassociate</source>
        <translation>解除关联</translation>
    </message>
    <message>
        <source>Keep Member</source>
        <translation>保留企业子账号</translation>
    </message>
    <message>
        <source>Disassociated</source>
        <translation>已解除关联</translation>
    </message>
    <message>
        <source>Invitation accepted</source>
        <translation>已接受邀请</translation>
    </message>
    <message>
        <source>This account is a member of {master}.</source>
        <translation>此账号已是 {master} 的企业子账号。</translation>
    </message>
    <message>
        <source>Decline the invitation of {master}?</source>
        <translation>拒绝 {master} 的邀请？</translation>
    </message>
    <message>
        <source>{master} is told. This account stays as it is; it can be invited again.</source>
        <translation>{master} 会收到通知。此账号保持不变，可再次被邀请。</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Invitation declined</source>
        <translation>已拒绝邀请</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>OrganizationRefusals</name>
    <message>
        <source>Your role does not allow this.</source>
        <translation>您的角色无权执行此操作。</translation>
    </message>
    <message>
        <source>Ask an owner of the account to do it, or to change your role.</source>
        <translation>请由账号所有者执行，或请其更改您的角色。</translation>
    </message>
    <message>
        <source>A member account has no members of its own.</source>
        <translation>企业子账号不能拥有自己的企业子账号。</translation>
    </message>
    <message>
        <source>Its master account {master} invites members and shares the plan.</source>
        <translation>由其企业主账号 {master} 邀请企业子账号并共享支持计划。</translation>
    </message>
    <message>
        <source>{account} is already the member of a master account.</source>
        <translation>{account} 已是某企业主账号的企业子账号。</translation>
    </message>
    <message>
        <source>A member has exactly one master. It has to be disassociated there first.</source>
        <translation>企业子账号只能有一个企业主账号，须先在原企业主账号处解除关联。</translation>
    </message>
    <message>
        <source>{account} has been invited already.</source>
        <translation>{account} 已被邀请。</translation>
    </message>
    <message>
        <source>Wait for the answer, remind it, or revoke the invitation and invite anew.</source>
        <translation>请等待答复、提醒对方，或撤销后重新邀请。</translation>
    </message>
    <message>
        <source>{account} has members of its own.</source>
        <translation>{account} 有自己的企业子账号。</translation>
    </message>
    <message>
        <source>A master account cannot become a member while it has members.</source>
        <translation>企业主账号在拥有企业子账号期间不能成为企业子账号。</translation>
    </message>
    <message>
        <source>An account does not invite itself.</source>
        <translation>账号不能邀请自己。</translation>
    </message>
    <message>
        <source>Name another account.</source>
        <translation>请填写其他账号。</translation>
    </message>
    <message>
        <source>Several accounts are named {account}.</source>
        <translation>有多个名为 {account} 的账号。</translation>
    </message>
    <message>
        <source>Ask for an invitation by another name, or rename one of them.</source>
        <translation>请使用其他名称，或先为其中一个账号改名。</translation>
    </message>
    <message>
        <source>This account is not a member here.</source>
        <translation>此账号不是本企业主账号的企业子账号。</translation>
    </message>
    <message>
        <source>It may have left in the meantime. Refresh the list.</source>
        <translation>它可能已解除关联，请刷新列表。</translation>
    </message>
    <message>
        <source>This was sent before with other contents.</source>
        <translation>此前已用其他内容提交过。</translation>
    </message>
    <message>
        <source>Close this window and begin again.</source>
        <translation>请关闭此窗口后重新开始。</translation>
    </message>
    <message>
        <source>{account} has its own plan {tier} until {until}.</source>
        <translation>{account} 已有自己的支持计划{tier}，有效期至 {until}。</translation>
    </message>
    <message>
        <source>Under unified accounting it has to unsubscribe first.</source>
        <translation>采用财务托管时，须先退订该支持计划。</translation>
    </message>
    <message>
        <source>{account} has unpaid orders: {numbers}.</source>
        <translation>{account} 有未支付的订单：{numbers}。</translation>
    </message>
    <message>
        <source>Under unified accounting it has to pay or cancel them first.</source>
        <translation>采用财务托管时，须先支付或取消这些订单。</translation>
    </message>
    <message>
        <source>This invitation does not exist for the acting account.</source>
        <translation>当前账号没有此邀请。</translation>
    </message>
    <message>
        <source>It may have been revoked. Refresh the list.</source>
        <translation>邀请可能已被撤销，请刷新列表。</translation>
    </message>
    <message>
        <source>This invitation is no longer open.</source>
        <translation>此邀请已结束。</translation>
    </message>
    <message>
        <source>It ended {at}. The master account can invite anew.</source>
        <translation>已于 {at} 结束，企业主账号可重新邀请。</translation>
    </message>
</context>
<context>
    <name>OrganizationWords</name>
    <message>
        <source>Unified accounting</source>
        <translation>财务托管</translation>
    </message>
    <message>
        <source>Independent accounting</source>
        <translation>财务独立</translation>
    </message>
    <message>
        <source>The master account buys, changes, renews and unsubscribes. Its plan is shared with this member while sharing is on.</source>
        <translation>由企业主账号购买、更改、续费和退订；开启共享期间，其计划共享给此企业子账号。</translation>
    </message>
    <message>
        <source>The member buys a plan of its own and pays for it. The master&apos;s plan is never shared with it.</source>
        <translation>企业子账号自行购买计划并付款；企业主账号的计划不会共享给它。</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>已邀请</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Disassociated</source>
        <translation>已解除关联</translation>
    </message>
    <message>
        <source>own plan</source>
        <translation>自有计划</translation>
    </message>
    <message>
        <source>via sharing</source>
        <translation>共享获得</translation>
    </message>
    <message>
        <source>not shared</source>
        <translation>未共享</translation>
    </message>
    <message>
        <source>no paid plan</source>
        <translation>无付费计划</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between order numbers</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Pay or cancel order {numbers}</source>
        <translation>支付或取消订单 {numbers}</translation>
    </message>
    <message>
        <source>An order that is not paid has to be settled before joining.</source>
        <translation>加入前须处理未支付的订单。</translation>
    </message>
    <message>
        <source>Unsubscribe from {plan}</source>
        <translation>退订{plan}</translation>
    </message>
    <message>
        <source>It is valid until {date}. Unsubscribing today returns {amount}.</source>
        <translation>有效期至 {date}。今天退订可退 {amount}。</translation>
    </message>
    <message>
        <source>Wait until {plan} has ended</source>
        <translation>等待{plan}结束</translation>
    </message>
    <message>
        <source>It can no longer be unsubscribed; its retention period lasts until {date}.</source>
        <translation>已不能退订，保留期至 {date}。</translation>
    </message>
    <message>
        <source>{account} has an unpaid order</source>
        <translation>{account} 有未支付订单</translation>
    </message>
    <message>
        <source>It must pay or cancel {numbers}.</source>
        <translation>须支付或取消 {numbers}。</translation>
    </message>
    <message>
        <source>{account} owns {plan}</source>
        <translation>{account} 拥有{plan}</translation>
    </message>
    <message>
        <source>It must unsubscribe before it can accept; today that returns {amount} to it.</source>
        <translation>须先退订才能接受邀请；今天退订可退 {amount}。</translation>
    </message>
    <message>
        <source>{account} owned {plan}</source>
        <translation>{account} 的{plan}已到期</translation>
    </message>
    <message>
        <source>It can accept once the retention period is over, after {date}.</source>
        <translation>保留期结束（{date}）后可接受邀请。</translation>
    </message>
</context>
<context>
    <name>PaymentOutcome</name>
    <message>
        <source>Ask Now</source>
        <translation>立即询问</translation>
    </message>
    <message>
        <source>It is not known yet whether the payment went through.</source>
        <translation>尚不清楚付款是否成功。</translation>
    </message>
    <message>
        <source>The server stopped answering. As soon as it answers, this page says which; the order is paid once or not at all. You can also leave: My Orders shows what became of it.</source>
        <translation>服务器停止响应。一旦恢复响应，本页会告知结果；订单只会支付一次，或完全没有支付。您也可以离开，稍后在“我的订单”中查看结果。</translation>
    </message>
    <message>
        <source>Nothing was charged.</source>
        <translation>没有扣款。</translation>
    </message>
    <message>
        <source>The server has no payment for order {number}. It stays open and can be paid now.</source>
        <translation>服务器上没有订单 {number} 的付款。订单仍待支付，现在即可支付。</translation>
    </message>
</context>
<context>
    <name>PaymentPage</name>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Choose how to pay</source>
        <translation>选择支付方式</translation>
    </message>
    <message>
        <source>Cancel Order</source>
        <translation>取消订单</translation>
    </message>
    <message>
        <source>Pay Later</source>
        <translation>稍后支付</translation>
    </message>
    <message>
        <source>Make Payment</source>
        <translation>确认付款</translation>
    </message>
    <message>
        <source>Identity verification follows; nothing is charged before it.</source>
        <translation>下一步进行身份验证，验证前不会扣款。</translation>
    </message>
    <message>
        <source>Order generated: {number}</source>
        <translation>订单已生成：{number}</translation>
    </message>
    <message>
        <source>It stays open until {deadline}. You can leave and pay later from My Orders.</source>
        <translation>订单在 {deadline} 前有效，可离开并稍后在“我的订单”中支付。</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>Available {amount} · used first</source>
        <translation>可用 {amount} · 优先使用</translation>
    </message>
    <message>
        <source>Credit account</source>
        <translation>信用账户</translation>
    </message>
    <message>
        <source>Available credit {available} of {limit}</source>
        <translation>可用额度 {available} / {limit}</translation>
    </message>
    <message>
        <source>{amount} left after</source>
        <translation>支付后剩余 {amount}</translation>
    </message>
    <message>
        <source>Cancel order {number}?</source>
        <translation>取消订单 {number}？</translation>
    </message>
    <message>
        <source>Nothing is charged and the plan stays as it is. A canceled order cannot be paid any more.</source>
        <translation>不会扣款，支持计划保持不变。订单取消后无法再支付。</translation>
    </message>
    <message>
        <source>Keep Order</source>
        <translation>保留订单</translation>
    </message>
</context>
<context>
    <name>PlanActions</name>
    <message>
        <source>Renew</source>
        <translation>续费</translation>
    </message>
    <message>
        <source>Disable Sharing</source>
        <translation>关闭共享</translation>
    </message>
    <message>
        <source>Enable Sharing</source>
        <translation>开启共享</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Auto-renewal…</source>
        <translation>自动续费…</translation>
    </message>
    <message>
        <source>Unsubscribe</source>
        <translation>退订</translation>
    </message>
    <message>
        <source>A plan that is frozen cannot be shared: renew it first.</source>
        <translation>已冻结的计划不能共享：请先续费。</translation>
    </message>
    <message>
        <source>Order {number} is open: pay or cancel it first.</source>
        <translation>订单 {number} 尚未支付：请先支付或取消。</translation>
    </message>
    <message>
        <source>{master} buys for this account.</source>
        <translation>由 {master} 为此账号购买。</translation>
    </message>
    <message>
        <source>Your role in this account does not allow this.</source>
        <translation>您在此账号中的角色无权执行此操作。</translation>
    </message>
    <message>
        <source>The plan ended on {date} and can only be renewed.</source>
        <translation>支持计划已于{date}到期，只能续费。</translation>
    </message>
</context>
<context>
    <name>PlanCard</name>
    <message>
        <source>Buy Now</source>
        <translation>立即购买</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Last order</source>
        <translation>最近订单</translation>
    </message>
    <message>
        <source>Auto-renewal</source>
        <translation>自动续费</translation>
    </message>
    <message>
        <source>{scenario} · free, no validity period</source>
        <translation>免费 · 无有效期 · {scenario}</translation>
    </message>
    <message>
        <source>{scenario} · since {date}</source>
        <translation>{scenario} · 自 {date} 起</translation>
    </message>
    <message>
        <source>An order is open: pay or cancel it first.</source>
        <translation>有未完成的订单，请先支付或取消。</translation>
    </message>
    <message>
        <source>{master} buys for this account.</source>
        <translation>由 {master} 为此账号购买。</translation>
    </message>
    <message>
        <source>Expires today</source>
        <translation>今天到期</translation>
    </message>
    <message numerus="yes">
        <source>Expires in %n day(s)</source>
        <translation>
            <numerusform>%n 天后到期</numerusform>
        </translation>
    </message>
    <message>
        <source>Today · {date}</source>
        <translation>今天 · {date}</translation>
    </message>
    <message>
        <source>Past term</source>
        <translation>过往周期</translation>
    </message>
    <message>
        <source>Current term</source>
        <translation>当前周期</translation>
    </message>
    <message>
        <source>Ended term</source>
        <translation>已到期周期</translation>
    </message>
    <message>
        <source>Renewal {number}</source>
        <translation>续费 {number}</translation>
    </message>
    <message>
        <source>Grace period</source>
        <translation>宽限期</translation>
    </message>
    <message>
        <source>{days}, still usable</source>
        <translation>{days}，仍可使用</translation>
    </message>
    <message>
        <source>Retention period</source>
        <translation>保留期</translation>
    </message>
    <message>
        <source>{days}, frozen</source>
        <translation>{days}，已冻结</translation>
    </message>
    <message>
        <source>Frozen until</source>
        <translation>冻结至</translation>
    </message>
    <message>
        <source>Usable until</source>
        <translation>可用至</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>还剩 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>剩余</translation>
    </message>
    <message numerus="yes">
        <source>%n renewal(s) included</source>
        <translation>
            <numerusform>含 %n 次续费</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n day(s)</source>
        <translation>
            <numerusform>共 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>On</source>
        <comment>of auto-renewal</comment>
        <translation>已开启</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>of auto-renewal</comment>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>can be turned on</source>
        <translation>可开启</translation>
    </message>
    <message>
        <source>no attempt ahead</source>
        <translation>无后续扣款</translation>
    </message>
    <message>
        <source>next {date} · {amount}</source>
        <translation>下次 {date} · {amount}</translation>
    </message>
    <message>
        <source>Last order {number}</source>
        <translation>最近订单 {number}</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>生效中</translation>
    </message>
</context>
<context>
    <name>PlanNotices</name>
    <message>
        <source>View refund progress</source>
        <translation>查看退款进度</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>续费</translation>
    </message>
    <message>
        <source>Turn on auto-renewal</source>
        <translation>开启自动续费</translation>
    </message>
    <message>
        <source>A refund of {amount} is on its way.</source>
        <translation>{amount} 的退款正在处理。</translation>
    </message>
    <message>
        <source>{what}, order {number}: {status}, expected by {day}.</source>
        <translation>{what}，订单 {number}：{status}，预计 {day} 前到账。</translation>
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
        <source>{plan} ends on {date} at {time}. Auto-renewal is on.</source>
        <translation>{plan}将于 {date} {time} 到期。自动续费已开启。</translation>
    </message>
    <message>
        <source>{plan} ends on {date} at {time}. Auto-renewal is off.</source>
        <translation>{plan}将于 {date} {time} 到期。自动续费已关闭。</translation>
    </message>
    <message>
        <source>After that: {grace} of grace, still usable, until {usable}; then frozen for {retention}; then {free}.</source>
        <translation>到期后：宽限期 {grace}，仍可使用，至 {usable}；随后保留期 {retention}，已冻结；之后恢复为{free}。</translation>
    </message>
</context>
<context>
    <name>PreferencesPage</name>
    <message>
        <source>Preferences</source>
        <translation>偏好设置</translation>
    </message>
    <message>
        <source>Language and appearance</source>
        <translation>语言与外观</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>What was last seen of the server is kept in this folder:</source>
        <translation>上次从服务器看到的内容保存在此文件夹：</translation>
    </message>
    <message>
        <source>Everything is kept on this computer, in this folder:</source>
        <translation>所有数据均保存在本机的以下文件夹中：</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Begin the demonstration anew: all accounts and orders as they were at first.</source>
        <translation>重新开始演示，所有账号和订单恢复到初始状态。</translation>
    </message>
    <message>
        <source>Reset demonstration data</source>
        <translation>重置演示数据</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Support Plan Desktop {version}</source>
        <translation>支持计划桌面版 {version}</translation>
    </message>
    <message>
        <source>Free software under the Apache License, version 2.0.</source>
        <translation>自由软件，以 Apache License 2.0 许可证发布。</translation>
    </message>
    <message>
        <source>System</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Begin the demonstration anew?</source>
        <translation>重新开始演示？</translation>
    </message>
    <message>
        <source>Everything done in it since is gone: orders, payments and messages. This cannot be undone.</source>
        <translation>演示中的所有操作将被清除，包括订单、支付和消息，且无法撤销。</translation>
    </message>
    <message>
        <source>Keep everything</source>
        <translation>全部保留</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>Something went wrong ({code}).</source>
        <translation>出现问题（{code}）。</translation>
    </message>
    <message>
        <source>Nothing was changed by halves. Try again; if it stays, restart the application.</source>
        <translation>数据未被部分更改。请重试；如问题仍然存在，请重新启动应用。</translation>
    </message>
    <message>
        <source>There is no support plan “{tier}”.</source>
        <translation>没有名为“{tier}”的支持计划。</translation>
    </message>
    <message>
        <source>Choose one of the plans on offer.</source>
        <translation>请选择在售的支持计划。</translation>
    </message>
    <message>
        <source>{months} months are not on offer.</source>
        <translation>不提供 {months} 个月的时长。</translation>
    </message>
    <message>
        <source>Choose one of the durations on offer.</source>
        <translation>请选择列出的时长。</translation>
    </message>
    <message>
        <source>{tier} is free and needs no purchase.</source>
        <translation>{tier}免费，无需购买。</translation>
    </message>
    <message>
        <source>Choose a paid plan.</source>
        <translation>请选择付费支持计划。</translation>
    </message>
    <message>
        <source>This account already has {tier}.</source>
        <translation>此账号已有{tier}。</translation>
    </message>
    <message>
        <source>It is valid until {until}. A new plan can be bought once it has ended.</source>
        <translation>有效期至 {until}，到期后可购买新的支持计划。</translation>
    </message>
    <message>
        <source>This account is under unified accounting.</source>
        <translation>此账号为财务托管账号。</translation>
    </message>
    <message>
        <source>Its master account {master} buys the support plan for it.</source>
        <translation>支持计划由企业主账号 {master} 购买。</translation>
    </message>
    <message>
        <source>The Support Plan Service Agreement has not been accepted.</source>
        <translation>尚未同意《支持计划服务协议》。</translation>
    </message>
    <message>
        <source>Read version {version} and tick the box below it, then go on.</source>
        <translation>请阅读版本 {version} 并勾选协议下方的选项，然后继续。</translation>
    </message>
    <message>
        <source>There is no agreement of version {version}.</source>
        <translation>没有版本为 {version} 的协议。</translation>
    </message>
    <message>
        <source>Close this window and open it again to see the agreement in force.</source>
        <translation>请关闭此窗口并重新打开，查看现行协议。</translation>
    </message>
    <message>
        <source>The amount has changed from {agreed} to {current}.</source>
        <translation>金额已由 {agreed} 变为 {current}。</translation>
    </message>
    <message>
        <source>The refund amount has changed from {agreed} to {current}.</source>
        <translation>退款金额已由 {agreed} 变为 {current}。</translation>
    </message>
    <message>
        <source>{tier} has no postpaid incremental price.</source>
        <translation>{tier}没有后付费增量价格。</translation>
    </message>
    <message>
        <source>Choose a plan that has one to see an estimate.</source>
        <translation>请选择有该价格的支持计划查看估算。</translation>
    </message>
    <message>
        <source>This account is on Basic.</source>
        <translation>此账号当前为基础级。</translation>
    </message>
    <message>
        <source>There is no paid plan to do this with. Buy one in Plan Details.</source>
        <translation>没有可进行此操作的付费支持计划，请在“支持计划详情”中购买。</translation>
    </message>
    <message>
        <source>{tier} ended on {ended}.</source>
        <translation>{tier}已于 {ended} 到期。</translation>
    </message>
    <message>
        <source>It can only be renewed, until its retention period is over.</source>
        <translation>在保留期结束前仅可续费。</translation>
    </message>
    <message>
        <source>This account is on {tier} already.</source>
        <translation>此账号已是{tier}。</translation>
    </message>
    <message>
        <source>Choose another plan to change to.</source>
        <translation>请选择要更改为的其他支持计划。</translation>
    </message>
    <message>
        <source>Check the new amount and confirm again.</source>
        <translation>请核对新金额并重新确认。</translation>
    </message>
    <message>
        <source>Another day has begun since it was shown.</source>
        <translation>显示后已进入新的一天。</translation>
    </message>
    <message>
        <source>The plan has changed since it was shown.</source>
        <translation>显示后支持计划已发生变化。</translation>
    </message>
    <message>
        <source>The price list has changed since it was shown.</source>
        <translation>显示后价格表已更新。</translation>
    </message>
    <message>
        <source>The plan has changed since the amount was shown.</source>
        <translation>显示金额后支持计划已发生变化。</translation>
    </message>
    <message>
        <source>Look at it again and confirm again.</source>
        <translation>请重新查看并再次确认。</translation>
    </message>
    <message>
        <source>Order {number} is still open.</source>
        <translation>订单 {number} 尚未完成。</translation>
    </message>
    <message>
        <source>Pay it or cancel it first; a plan has one open order at a time.</source>
        <translation>请先支付或取消该订单；同一支持计划同时只能有一个未完成的订单。</translation>
    </message>
    <message>
        <source>This order does not exist for the acting account.</source>
        <translation>当前账号下没有此订单。</translation>
    </message>
    <message>
        <source>Look for it in My Orders, or let another account act.</source>
        <translation>请在“我的订单”中查找，或切换到其他账号。</translation>
    </message>
    <message>
        <source>Order {number} was generated for something else.</source>
        <translation>订单 {number} 是为其他内容生成的。</translation>
    </message>
    <message>
        <source>Close this window and begin again; the order stays in My Orders.</source>
        <translation>请关闭此窗口并重新开始；该订单保留在“我的订单”中。</translation>
    </message>
    <message>
        <source>The payment deadline of order {number} has passed.</source>
        <translation>订单 {number} 已超过支付截止时间。</translation>
    </message>
    <message>
        <source>It ended {deadline} and the order was canceled. Nothing was charged; place a new order.</source>
        <translation>支付已于 {deadline} 截止，订单已取消，未扣款。请重新下单。</translation>
    </message>
    <message>
        <source>Order {number} can no longer be changed that way.</source>
        <translation>订单 {number} 已无法进行此操作。</translation>
    </message>
    <message>
        <source>Its status has changed in the meantime. Look at it in My Orders.</source>
        <translation>订单状态已发生变化，请在“我的订单”中查看。</translation>
    </message>
    <message>
        <source>Not enough funds: {missing} is missing.</source>
        <translation>可用资金不足：还差 {missing}。</translation>
    </message>
    <message>
        <source>The chosen funds cover {covered} of {total}. Nothing was charged and the order stays open. Top up, then retry.</source>
        <translation>所选资金合计 {covered}，应付 {total}。未发生扣款，订单仍有效。请充值后重试。</translation>
    </message>
    <message>
        <source>No funds are chosen.</source>
        <translation>未选择支付方式。</translation>
    </message>
    <message>
        <source>Tick the balance, the credit account, or both.</source>
        <translation>请勾选余额、信用账户，或同时勾选两者。</translation>
    </message>
    <message>
        <source>A code was sent a moment ago.</source>
        <translation>刚刚已发送过验证码。</translation>
    </message>
    <message>
        <source>Another one can be sent in {seconds} s.</source>
        <translation>{seconds} 秒后可重新发送。</translation>
    </message>
    <message>
        <source>All {limit} codes of today have been sent.</source>
        <translation>今日 {limit} 次验证码已全部发送。</translation>
    </message>
    <message>
        <source>The next one can be sent on {next_day}. The order stays open until its deadline.</source>
        <translation>{next_day} 起可再次发送。订单在支付截止时间前仍有效。</translation>
    </message>
    <message>
        <source>No code has been sent for this order yet.</source>
        <translation>此订单尚未发送验证码。</translation>
    </message>
    <message>
        <source>Choose where it should go and send it.</source>
        <translation>请选择接收方式并发送。</translation>
    </message>
    <message>
        <source>That code is not correct. {attempts_left} attempts left.</source>
        <translation>验证码不正确，还可尝试 {attempts_left} 次。</translation>
    </message>
    <message>
        <source>Only the newest code counts. Nothing was charged.</source>
        <translation>以最新一条验证码为准，未扣款。</translation>
    </message>
    <message>
        <source>{attempts} wrong attempts: this code is locked.</source>
        <translation>已输错 {attempts} 次，此验证码已锁定。</translation>
    </message>
    <message>
        <source>The order stays open. Send a new code, or use the other channel.</source>
        <translation>订单仍有效。请发送新的验证码，或更换接收方式。</translation>
    </message>
    <message>
        <source>This code is older than {minutes} minutes.</source>
        <translation>此验证码已超过 {minutes} 分钟，现已失效。</translation>
    </message>
    <message>
        <source>Nothing was charged. Send a new code.</source>
        <translation>未扣款。请发送新的验证码。</translation>
    </message>
    <message>
        <source>This account has no contact on that channel.</source>
        <translation>此账号未设置该接收方式。</translation>
    </message>
    <message>
        <source>Choose the other channel.</source>
        <translation>请选择另一种接收方式。</translation>
    </message>
    <message>
        <source>This service ticket does not exist for the acting account.</source>
        <translation>当前账号下没有此工单。</translation>
    </message>
    <message>
        <source>Look for it in Service Tickets, or let another account act.</source>
        <translation>请在“工单”中查找，或切换到其他账号。</translation>
    </message>
    <message>
        <source>This service ticket was created with other words.</source>
        <translation>此工单已以其他内容创建。</translation>
    </message>
    <message>
        <source>Close this window and create it again.</source>
        <translation>请关闭此窗口并重新创建。</translation>
    </message>
    <message>
        <source>{tier} includes no service tickets for this item.</source>
        <translation>{tier}的该服务项目不包含工单。</translation>
    </message>
    <message>
        <source>Choose another item, or a plan that includes it.</source>
        <translation>请选择其他服务项目，或包含该项的支持计划。</translation>
    </message>
    <message>
        <source>The plan has no response time for this severity.</source>
        <translation>当前支持计划不含该问题严重性的响应时间。</translation>
    </message>
    <message>
        <source>Choose one of the severities on offer.</source>
        <translation>请选择列出的问题严重性。</translation>
    </message>
    <message>
        <source>This service ticket is closed.</source>
        <translation>此工单已关闭。</translation>
    </message>
    <message>
        <source>Create a new one for what is left to say.</source>
        <translation>如仍有问题，请创建新的工单。</translation>
    </message>
    <message>
        <source>That is not possible.</source>
        <translation>无法执行此操作。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>未做任何更改。</translation>
    </message>
    <message>
        <source>Something here cannot be meant.</source>
        <translation>输入内容有误。</translation>
    </message>
    <message>
        <source>Correct the marked field and go on.</source>
        <translation>请更正标出的字段，然后继续。</translation>
    </message>
    <message>
        <source>The vendor&apos;s data cannot be used: {where}.</source>
        <translation>服务商数据无法使用：{where}。</translation>
    </message>
    <message>
        <source>{problem}. Install the application again, or correct the file.</source>
        <translation>{problem}。请重新安装应用，或更正该文件。</translation>
    </message>
    <message>
        <source>This account does not exist here.</source>
        <translation>此账号不存在。</translation>
    </message>
    <message>
        <source>Choose another account to act for.</source>
        <translation>请切换到其他账号。</translation>
    </message>
    <message>
        <source>There is no account here yet.</source>
        <translation>还没有账号。</translation>
    </message>
    <message>
        <source>Open the first one to begin.</source>
        <translation>请先开通一个账号。</translation>
    </message>
    <message>
        <source>This data was written by a newer version of the application.</source>
        <translation>此数据由较新版本的应用写入。</translation>
    </message>
    <message>
        <source>Install the newest version. The data was left as it is.</source>
        <translation>请安装最新版本。数据未作更改。</translation>
    </message>
    <message>
        <source>The data cannot be reached.</source>
        <translation>无法访问数据。</translation>
    </message>
    <message>
        <source>Your data is safe. Try again in a moment. ({detail})</source>
        <translation>数据安全，请稍后重试。（{detail}）</translation>
    </message>
    <message>
        <source>This clock cannot be set.</source>
        <translation>此时钟无法设置。</translation>
    </message>
    <message>
        <source>Only a demonstration that was started with --at has a clock to set.</source>
        <translation>仅以 --at 启动的演示可以设置时钟。</translation>
    </message>
</context>
<context>
    <name>ProfilesCard</name>
    <message>
        <source>Profiles</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Each profile is data of its own, on this computer or at a server, in its own window.</source>
        <translation>每个配置都有各自的数据，保存在本机或服务器上，并在各自的窗口中显示。</translation>
    </message>
    <message>
        <source>Connect to a server…</source>
        <translation>连接服务器…</translation>
    </message>
    <message>
        <source>The window could not be opened.</source>
        <translation>无法打开窗口。</translation>
    </message>
    <message>
        <source>Start the application once more with --profile and the name of the profile.</source>
        <translation>请使用 --profile 加配置名称再次启动本应用。</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>当前窗口</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open {profile}</source>
        <translation>打开 {profile}</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>{login} at {server}</source>
        <translation>{login}，{server}</translation>
    </message>
</context>
<context>
    <name>ProgressCard</name>
    <message>
        <source>Refund progress</source>
        <translation>退款进度</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Amount due {amount}</source>
        <translation>应付金额 {amount}</translation>
    </message>
    <message>
        <source>Order generated</source>
        <translation>订单已生成</translation>
    </message>
    <message>
        <source>before {time}</source>
        <translation>{time} 截止</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已支付</translation>
    </message>
    <message>
        <source>Waiting for the payment.</source>
        <translation>等待支付。</translation>
    </message>
    <message>
        <source>Valid until {end}</source>
        <translation>有效期至 {end}</translation>
    </message>
    <message>
        <source>The plan is active as soon as the payment is completed.</source>
        <translation>支付完成后，支持计划立即生效。</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>{amount} · reason: {reason}</source>
        <translation>{amount} · 原因：{reason}</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>expected by {day}</source>
        <translation>预计 {day} 前</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>已提交</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已审核</translation>
    </message>
    <message>
        <source>The vendor has checked the refund amount and the fee.</source>
        <translation>服务商已核对退订金额与手续费。</translation>
    </message>
    <message>
        <source>The vendor checks the refund amount and the fee.</source>
        <translation>服务商正在核对退订金额与手续费。</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>已退款</translation>
    </message>
    <message>
        <source>It goes back to the funds it came from, credit first.</source>
        <translation>款项原路退回，优先退回信用账户。</translation>
    </message>
    <message>
        <source>The payment deadline passed. Nothing was charged.</source>
        <translation>已过支付截止时间，未扣款。</translation>
    </message>
    <message>
        <source>By the user. Nothing was charged.</source>
        <translation>由用户取消，未扣款。</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Balance {amount}</source>
        <translation>余额 {amount}</translation>
    </message>
    <message>
        <source>Credit {amount}</source>
        <translation>信用账户 {amount}</translation>
    </message>
</context>
<context>
    <name>PurchaseWizard</name>
    <message>
        <source>Buy Support Plan</source>
        <translation>购买支持计划</translation>
    </message>
    <message>
        <source>Select Service</source>
        <translation>服务选型</translation>
    </message>
    <message>
        <source>Confirm Order</source>
        <translation>订单确认</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>支付</translation>
    </message>
</context>
<context>
    <name>ReadinessCard</name>
    <message>
        <source>Readiness check</source>
        <translation>就绪检查</translation>
    </message>
    <message>
        <source>Who gets the plan, and who cannot yet</source>
        <translation>谁可获得计划，谁尚不能</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message numerus="yes">
        <source>%n issue(s)</source>
        <translation>
            <numerusform>%n 项问题</numerusform>
        </translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>已就绪</translation>
    </message>
    <message numerus="yes">
        <source>%n invited account(s) can accept</source>
        <translation>
            <numerusform>%n 个被邀请账号可以接受</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is in the way; the answer is awaited.</source>
        <translation>已无障碍，等待对方答复。</translation>
    </message>
    <message numerus="yes">
        <source>%n more invited account(s) cannot accept yet</source>
        <translation>
            <numerusform>另有 %n 个被邀请账号尚不能接受</numerusform>
        </translation>
    </message>
    <message>
        <source>Look for “Invited” in the list.</source>
        <translation>请在列表中筛选“已邀请”。</translation>
    </message>
    <message>
        <source>Your own plan is paid and active</source>
        <translation>企业主账号计划已付费且生效</translation>
    </message>
    <message>
        <source>Your own plan is in its grace period</source>
        <translation>企业主账号计划处于宽限期</translation>
    </message>
    <message>
        <source>{plan} until {date}</source>
        <translation>{plan}，至 {date}</translation>
    </message>
    <message>
        <source>Your own plan is not a paid one</source>
        <translation>企业主账号没有付费计划</translation>
    </message>
    <message>
        <source>Buy one in Plan Details to have something to share.</source>
        <translation>请先在支持计划详情中购买。</translation>
    </message>
    <message>
        <source>Your own plan has ended</source>
        <translation>企业主账号计划已到期</translation>
    </message>
    <message>
        <source>{plan} ended on {date}; renew it in Plan Details.</source>
        <translation>{plan}已于 {date} 到期，请在支持计划详情中续费。</translation>
    </message>
    <message numerus="yes">
        <source>{plan} for %n unified member(s)</source>
        <translation>
            <numerusform>%n 个财务托管的企业子账号获得{plan}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{plan} can be shared with %n unified member(s)</source>
        <translation>
            <numerusform>可向 %n 个财务托管的企业子账号共享{plan}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unified member(s) without a plan</source>
        <translation>
            <numerusform>%n 个财务托管的企业子账号暂无计划</numerusform>
        </translation>
    </message>
    <message>
        <source>until there is one to share</source>
        <translation>须先有可共享的计划</translation>
    </message>
    <message>
        <source>none of them owns a paid plan</source>
        <translation>均无自有付费计划</translation>
    </message>
    <message>
        <source>Send Reminder</source>
        <translation>发送提醒</translation>
    </message>
    <message>
        <source>{account} is under independent accounting</source>
        <translation>{account} 为财务独立</translation>
    </message>
    <message>
        <source>Never shared; it buys its own plan.</source>
        <translation>不参与共享，自行购买。</translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) under independent accounting</source>
        <translation>
            <numerusform>%n 个账号为财务独立</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the names of accounts</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>{accounts} and others</source>
        <translation>{accounts}等</translation>
    </message>
    <message>
        <source>{accounts}: never shared; they buy their own plans.</source>
        <translation>{accounts}：不参与共享，各自购买。</translation>
    </message>
</context>
<context>
    <name>ReasonCard</name>
    <message>
        <source>Unsubscription reason</source>
        <translation>退订原因</translation>
    </message>
    <message>
        <source>exactly one</source>
        <translation>请选择一项</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>具体原因</translation>
    </message>
    <message>
        <source>Please describe</source>
        <translation>请说明</translation>
    </message>
</context>
<context>
    <name>ReasonWords</name>
    <message>
        <source>Renewal {number}</source>
        <translation>续费 {number}</translation>
    </message>
    <message>
        <source>Current term</source>
        <translation>当前周期</translation>
    </message>
    <message>
        <source>{term}: {line}</source>
        <translation>{term}：{line}</translation>
    </message>
    <message>
        <source>Refund = old − new</source>
        <translation>退费金额 = 原计划价值 − 新计划价值</translation>
    </message>
    <message>
        <source>Fee = new − old</source>
        <translation>补交费用 = 新计划价值 − 原计划价值</translation>
    </message>
    <message>
        <source>Refund = paid − consumed − fee</source>
        <translation>退订金额 = 实付金额 − 已消费金额 − 手续费</translation>
    </message>
    <message>
        <source>{plan}, price list of {version}</source>
        <translation>{plan}，{version} 价格表</translation>
    </message>
    <message>
        <source>Monthly price</source>
        <translation>每月价格</translation>
    </message>
    <message>
        <source>× {months}</source>
        <translation>× {months}</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>{rate} for {duration}</source>
        <translation>购买 {duration}，优惠 {rate}</translation>
    </message>
    <message>
        <source>none for {duration}</source>
        <translation>购买 {duration}无优惠</translation>
    </message>
    <message>
        <source>VAT {rate}</source>
        <translation>增值税 {rate}</translation>
    </message>
    <message>
        <source>{price} × {duration} × {share}</source>
        <translation>{price} × {duration} × {share}</translation>
    </message>
    <message>
        <source>{price} × {duration}, in full</source>
        <translation>{price} × {duration}，全额</translation>
    </message>
    <message>
        <source>, less {rate}</source>
        <translation>，优惠 {rate}</translation>
    </message>
    <message>
        <source>, plus VAT {rate}</source>
        <translation>，加增值税 {rate}</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>新计划价值</translation>
    </message>
    <message>
        <source>what it was worth when it was given up earlier today</source>
        <translation>今日更改前放弃时的价值</translation>
    </message>
    <message>
        <source>{paid} paid × {share}</source>
        <translation>实付 {paid} × {share}</translation>
    </message>
    <message>
        <source>{paid} paid × {share} left</source>
        <translation>实付 {paid} × 剩余 {share}</translation>
    </message>
    <message>
        <source>{paid} paid, not begun</source>
        <translation>实付 {paid}，未开始</translation>
    </message>
    <message>
        <source>{paid} paid, none of it used yet</source>
        <translation>实付 {paid}，尚未使用</translation>
    </message>
    <message>
        <source>Old value</source>
        <translation>原计划价值</translation>
    </message>
    <message>
        <source>{left} of {days} days</source>
        <translation>{left}/{days} 天</translation>
    </message>
    <message>
        <source>{share} of what was left on {date}</source>
        <translation>{date} 所余部分的 {share}</translation>
    </message>
    <message>
        <source>{days} (without 29 February)</source>
        <translation>{days}（不计 2 月 29 日）</translation>
    </message>
    <message>
        <source>{left} of {months} ({parts})</source>
        <translation>{left}/{months}（{parts}）</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>实付金额</translation>
    </message>
    <message>
        <source>payments less refunds</source>
        <translation>已付款项减去已退款项</translation>
    </message>
    <message>
        <source>{paid} paid × {used} used of {days} days</source>
        <translation>实付 {paid} × 已用 {used}/{days} 天</translation>
    </message>
    <message>
        <source>, and {amount} before the last change</source>
        <translation>，另有上次更改前的 {amount}</translation>
    </message>
    <message>
        <source>Consumed amount</source>
        <translation>已消费金额</translation>
    </message>
    <message>
        <source>five-day rule: full refund until {time} ({number} of {limit} this year)</source>
        <translation>五天无理由退订：{time} 前全额退款（今年第 {number}/{limit} 次）</translation>
    </message>
    <message>
        <source>Consumed amount and fee</source>
        <translation>已消费金额与手续费</translation>
    </message>
    <message>
        <source>not begun: all back, no fee</source>
        <translation>未开始：全额退回，无手续费</translation>
    </message>
    <message>
        <source>Handling fee</source>
        <translation>手续费</translation>
    </message>
    <message>
        <source>{rate} of {paid}; the five-day rule no longer applies</source>
        <translation>{paid} 的 {rate}；已不适用五天无理由退订</translation>
    </message>
    <message>
        <source>Not asked for</source>
        <translation>不予收取</translation>
    </message>
    <message>
        <source>what is kept exceeds what was paid</source>
        <translation>应扣金额超过实付金额的部分</translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>Refund receipt</source>
        <translation>退款收据</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>收据</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>完成时间</translation>
    </message>
    <message>
        <source>Support plan</source>
        <translation>支持计划</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>生效时间</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>实付金额</translation>
    </message>
    <message>
        <source>balance</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>credit account</source>
        <translation>信用账户</translation>
    </message>
    <message>
        <source>To {funds}</source>
        <translation>退回{funds}</translation>
    </message>
    <message>
        <source>From {funds}</source>
        <translation>支付自{funds}</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>支持计划服务协议</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256)</source>
        <translation>指纹 (SHA-256)</translation>
    </message>
    <message>
        <source>Support Plan</source>
        <translation>支持计划</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>明细</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>同意记录</translation>
    </message>
    <message>
        <source>Amounts are in {currency}.</source>
        <translation>金额币种：{currency}。</translation>
    </message>
</context>
<context>
    <name>RefundCard</name>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Why this amount?</source>
        <translation>为什么是这个金额？</translation>
    </message>
    <message>
        <source>Refund amount</source>
        <comment>of an unsubscription</comment>
        <translation>退订金额</translation>
    </message>
    <message>
        <source>{line} ({rate})</source>
        <translation>{line}（{rate}）</translation>
    </message>
</context>
<context>
    <name>RefundTable</name>
    <message>
        <source>Name/ID</source>
        <translation>名称/ID</translation>
    </message>
    <message>
        <source>Product type</source>
        <translation>产品类型</translation>
    </message>
    <message>
        <source>Specification</source>
        <translation>规格</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Start and end time</source>
        <translation>起止时间</translation>
    </message>
    <message>
        <source>Consumed amount</source>
        <translation>已消费金额</translation>
    </message>
    <message>
        <source>Handling fee</source>
        <translation>手续费</translation>
    </message>
    <message>
        <source>Refund amount</source>
        <comment>of an unsubscription</comment>
        <translation>退订金额</translation>
    </message>
    <message>
        <source>{term}, not begun</source>
        <translation>{term}，未开始</translation>
    </message>
    <message>
        <source>Support plan</source>
        <translation>支持计划</translation>
    </message>
    <message>
        <source>Global</source>
        <translation>全局</translation>
    </message>
</context>
<context>
    <name>RenewChoosePage</name>
    <message>
        <source>Go to that order</source>
        <translation>查看该订单</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Renewal Duration</source>
        <translation>续费时长</translation>
    </message>
    <message>
        <source>in months, or years; the new end date is under each</source>
        <translation>按月或按年；下方为新的到期日期</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>去支付</translation>
    </message>
    <message>
        <source>Pay generates the order; nothing is charged before the identity verification.</source>
        <translation>去支付将生成订单；身份验证前不会扣款。</translation>
    </message>
    <message>
        <source>The new term follows the present one without a gap.</source>
        <translation>新周期紧接当前周期，中间不间断。</translation>
    </message>
    <message>
        <source>{price} / month</source>
        <translation>{price} / 月</translation>
    </message>
    <message>
        <source>Support plan</source>
        <translation>支持计划</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>{days} left</source>
        <translation>剩余 {days}</translation>
    </message>
    <message>
        <source>on</source>
        <translation>已开启</translation>
    </message>
    <message>
        <source>off</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Auto-renewal</source>
        <translation>自动续费</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>The plan ended on {date}.</source>
        <translation>支持计划已于 {date} 到期。</translation>
    </message>
    <message>
        <source>It can be renewed until {time}, and the new term counts from the old end, not from today.</source>
        <translation>在 {time} 前可以续费；新周期自原到期时间起算，而非自今日起算。</translation>
    </message>
    <message>
        <source>{duration}, new end {date}</source>
        <translation>{duration}，新到期日期 {date}</translation>
    </message>
    <message>
        <source>New end {end}, {days} after the present one</source>
        <translation>新到期时间 {end}，比当前延后 {days}</translation>
    </message>
</context>
<context>
    <name>RenewWizard</name>
    <message>
        <source>Renew Support Plan</source>
        <translation>续费支持计划</translation>
    </message>
    <message>
        <source>Renewal Duration</source>
        <translation>续费时长</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>支付</translation>
    </message>
</context>
<context>
    <name>RoleWords</name>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Finance</source>
        <translation>财务</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>查看者</translation>
    </message>
    <message>
        <source>Your role “{role}” only looks. An owner or finance can order and pay.</source>
        <translation>您的角色“{role}”只能查看。所有者或财务可以下单和付款。</translation>
    </message>
    <message>
        <source>Your role “{role}” does not change the organization. An owner can.</source>
        <translation>您的角色“{role}”不能更改组织。所有者可以。</translation>
    </message>
    <message>
        <source>Your role “{role}” only looks. An owner or finance can write service tickets.</source>
        <translation>您的角色“{role}”只能查看。所有者或财务可以提交工单。</translation>
    </message>
</context>
<context>
    <name>SavingWords</name>
    <message>
        <source>This folder may not be written to. Choose another one.</source>
        <translation>此文件夹不可写入，请选择其他文件夹。</translation>
    </message>
    <message>
        <source>This folder is not there any more. Choose another one.</source>
        <translation>此文件夹已不存在，请选择其他文件夹。</translation>
    </message>
    <message>
        <source>There is no room left on this disk. Make room, or choose another one.</source>
        <translation>磁盘空间不足。请释放空间，或选择其他磁盘。</translation>
    </message>
    <message>
        <source>What was there before is unchanged. ({reason})</source>
        <translation>原有文件未改动。（{reason}）</translation>
    </message>
</context>
<context>
    <name>ServerCard</name>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Sign Out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>{login} at {server}</source>
        <translation>{login}，{server}</translation>
    </message>
    <message>
        <source>The session is kept in the system&apos;s keyring. The password is kept nowhere.</source>
        <translation>会话保存在系统密钥环中。密码不会保存在任何地方。</translation>
    </message>
    <message>
        <source>The session lasts until this window closes. The password is kept nowhere.</source>
        <translation>会话在关闭此窗口后结束。密码不会保存在任何地方。</translation>
    </message>
    <message>
        <source>No keyring of the system can be used.</source>
        <translation>没有可用的系统密钥环。</translation>
    </message>
    <message>
        <source>You will be asked for the password at each start. A keyring such as GNOME Keyring remembers it.</source>
        <translation>每次启动都需要输入密码。安装 GNOME 密钥环等工具后即可记住会话。</translation>
    </message>
    <message>
        <source>Sign out?</source>
        <translation>退出登录？</translation>
    </message>
    <message>
        <source>What was last seen is removed from this computer. Nothing changes at the server.</source>
        <translation>上次看到的内容将从本机删除，服务器上的数据不变。</translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation>保持登录</translation>
    </message>
</context>
<context>
    <name>ServerRefusals</name>
    <message>
        <source>The account name or the password is not right.</source>
        <translation>账号名或密码不正确。</translation>
    </message>
    <message>
        <source>Check both and try again.</source>
        <translation>请检查后重试。</translation>
    </message>
    <message>
        <source>The session has ended.</source>
        <translation>登录已失效。</translation>
    </message>
    <message>
        <source>Sign in again. What you typed is still here.</source>
        <translation>请重新登录，已填写的内容仍在。</translation>
    </message>
    <message>
        <source>That was asked too often.</source>
        <translation>操作过于频繁。</translation>
    </message>
    <message>
        <source>Try again in {seconds} s.</source>
        <translation>请在 {seconds} 秒后重试。</translation>
    </message>
    <message>
        <source>That is more than the server takes.</source>
        <translation>内容超出服务器上限。</translation>
    </message>
    <message>
        <source>Shorten it to at most {limit} bytes and send it again.</source>
        <translation>请缩短至 {limit} 字节以内后重新提交。</translation>
    </message>
    <message>
        <source>The verification code could not be sent.</source>
        <translation>验证码发送失败。</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again, or choose the other way to receive it.</source>
        <translation>未做任何更改。请重试，或改用另一种接收方式。</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>服务器未及时响应。</translation>
    </message>
    <message>
        <source>What you typed is still here; sending it again is safe.</source>
        <translation>已填写的内容仍在，可放心重新发送。</translation>
    </message>
    <message>
        <source>No server is connected to yet.</source>
        <translation>尚未连接服务器。</translation>
    </message>
    <message>
        <source>Connect to one to begin.</source>
        <translation>请先连接一个服务器。</translation>
    </message>
    <message>
        <source>Check the network or VPN, then try again; sending something twice is safe.</source>
        <translation>请检查网络或 VPN 后重试；重复提交是安全的。</translation>
    </message>
    <message>
        <source>{server} cannot be reached.</source>
        <translation>无法连接 {server}。</translation>
    </message>
    <message>
        <source>Check the network or VPN, then try again; sending something twice is safe. ({detail})</source>
        <translation>请检查网络或 VPN 后重试；重复提交是安全的。（{detail}）</translation>
    </message>
    <message>
        <source>No server is known by the name in {server}.</source>
        <translation>找不到 {server} 中的服务器名称。</translation>
    </message>
    <message>
        <source>Check the address for typing errors, and the network or VPN.</source>
        <translation>请检查地址是否输入有误，并检查网络或 VPN。</translation>
    </message>
    <message>
        <source>Nothing answers at {server}.</source>
        <translation>{server} 没有响应。</translation>
    </message>
    <message>
        <source>Check the address and its port. If both are right, the server is not running at the moment.</source>
        <translation>请检查地址和端口。如果都正确，则服务器目前没有运行。</translation>
    </message>
    <message>
        <source>{server} does not answer in time.</source>
        <translation>{server} 没有及时响应。</translation>
    </message>
    <message>
        <source>It has expired, or this computer&apos;s date is wrong. Nothing was sent. Whoever runs the server has to renew it.</source>
        <translation>证书已过期，或本机日期有误。没有发送任何内容。请服务器管理员更新证书。</translation>
    </message>
    <message>
        <source>It belongs to another address. Nothing was sent. Check the address for typing errors, or ask whoever runs the server.</source>
        <translation>证书属于其他地址。没有发送任何内容。请检查地址是否输入有误，或联系服务器管理员。</translation>
    </message>
    <message>
        <source>This computer does not know who issued it. Nothing was sent. If it is your organization&apos;s own, have its authority added to this computer&apos;s trusted certificates; otherwise check the address.</source>
        <translation>本机不认识该证书的签发者。没有发送任何内容。如果是贵组织自己的证书，请将其签发机构加入本机的受信任证书；否则请检查地址。</translation>
    </message>
    <message>
        <source>The certificate of {server} cannot be trusted.</source>
        <translation>{server} 的证书不可信。</translation>
    </message>
    <message>
        <source>Nothing was sent. Check the address, or ask whoever runs the server. ({detail})</source>
        <translation>没有发送任何内容。请检查地址，或联系服务器管理员。（{detail}）</translation>
    </message>
    <message>
        <source>{server} is not a server this application can talk to.</source>
        <translation>{server} 不是本应用可连接的服务器。</translation>
    </message>
    <message>
        <source>Check the address and the versions on both sides. ({detail})</source>
        <translation>请检查地址及双方版本。（{detail}）</translation>
    </message>
</context>
<context>
    <name>ServiceItems</name>
    <message>
        <source>Service Item</source>
        <translation>服务项目</translation>
    </message>
    <message>
        <source>Service Content</source>
        <translation>服务内容</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Compare plans</source>
        <translation>对比支持计划</translation>
    </message>
    <message>
        <source>Service items of {plan}</source>
        <translation>{plan}服务项目</translation>
    </message>
</context>
<context>
    <name>SeverityPicker</name>
    <message>
        <source>Severity</source>
        <translation>问题严重性</translation>
    </message>
    <message>
        <source>First response</source>
        <translation>首次响应</translation>
    </message>
</context>
<context>
    <name>SharingFact</name>
    <message>
        <source>Sharing</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>Shared by {master} (master)</source>
        <translation>由 {master}（企业主账号）共享</translation>
    </message>
    <message>
        <source>it buys for this account</source>
        <translation>由其为此账号购买</translation>
    </message>
    <message numerus="yes">
        <source>Shared with %n account(s)</source>
        <translation>
            <numerusform>已共享给 %n 个账号</numerusform>
        </translation>
    </message>
    <message>
        <source>all unified members</source>
        <translation>全部财务托管的企业子账号</translation>
    </message>
    <message>
        <source>On</source>
        <comment>of sharing</comment>
        <translation>已开启</translation>
    </message>
    <message>
        <source>no unified member yet</source>
        <translation>暂无财务托管的企业子账号</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>of sharing</comment>
        <translation>已关闭</translation>
    </message>
    <message numerus="yes">
        <source>%n unified member(s)</source>
        <translation>
            <numerusform>%n 个财务托管的企业子账号</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SharingPage</name>
    <message>
        <source>Invitation sent</source>
        <translation>邀请已发出</translation>
    </message>
    <message>
        <source>{account} is told.</source>
        <translation>{account} 会收到通知。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Member created</source>
        <translation>企业子账号已创建</translation>
    </message>
    <message>
        <source>Organization and Sharing</source>
        <translation>组织与共享</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation>暂无可显示内容</translation>
    </message>
    <message>
        <source>Your organization is safe; it appears here after Retry.</source>
        <translation>组织数据安全无恙，重试后会显示在此处。</translation>
    </message>
</context>
<context>
    <name>SingleCard</name>
    <message>
        <source>No organization yet</source>
        <translation>尚无组织</translation>
    </message>
    <message>
        <source>This account belongs to no organization, so there is nobody to share a support plan with. Invite other accounts or create members; they then stand here under this account.</source>
        <translation>此账号不属于任何组织，没有可共享支持计划的对象。邀请其他账号或创建企业子账号后，它们会显示在此账号下。</translation>
    </message>
    <message>
        <source>This account can also begin an organization of its own.</source>
        <translation>此账号也可以建立自己的组织。</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>Create Member</source>
        <translation>创建企业子账号</translation>
    </message>
    <message>
        <source>To join another account&apos;s organization, ask it for an invitation: it appears here and in Messages.</source>
        <translation>如需加入其他组织，请对方发出邀请：邀请会显示在此处和消息中。</translation>
    </message>
</context>
<context>
    <name>SplitCard</name>
    <message>
        <source>How the amount is split</source>
        <translation>金额如何拆分</translation>
    </message>
    <message>
        <source>{covered} of {total} covered</source>
        <translation>已覆盖 {covered} / {total}</translation>
    </message>
    <message>
        <source>Balance {amount}</source>
        <translation>余额 {amount}</translation>
    </message>
    <message>
        <source>Credit {amount}</source>
        <translation>信用账户 {amount}</translation>
    </message>
    <message>
        <source>Missing {amount}</source>
        <translation>缺少 {amount}</translation>
    </message>
</context>
<context>
    <name>SplitWords</name>
    <message>
        <source>Balance {amount}</source>
        <translation>余额 {amount}</translation>
    </message>
    <message>
        <source>Credit {amount}</source>
        <translation>信用账户 {amount}</translation>
    </message>
</context>
<context>
    <name>SummaryPanel</name>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Why this amount?</source>
        <translation>为什么是这个金额？</translation>
    </message>
    <message>
        <source>No plan chosen</source>
        <translation>未选择支持计划</translation>
    </message>
    <message>
        <source>from {plan}, at once</source>
        <translation>由{plan}更改，立即生效</translation>
    </message>
    <message>
        <source>Now, {start}
to {end} (unchanged)</source>
        <comment>what a change leaves as it is, on two lines</comment>
        <translation>立即，{start}
至 {end}（不变）</translation>
    </message>
    <message>
        <source>{start}
to {end}</source>
        <comment>the validity period on two lines</comment>
        <translation>{start}
至 {end}</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Pay before</source>
        <translation>支付截止</translation>
    </message>
</context>
<context>
    <name>SwitchCard</name>
    <message>
        <source>Support Plan Sharing</source>
        <translation>共享支持计划</translation>
    </message>
    <message>
        <source>Plan Details</source>
        <translation>支持计划详情</translation>
    </message>
    <message>
        <source>Members under independent accounting are never shared with. The switch ends with the plan.</source>
        <translation>财务独立的企业子账号不参与共享。共享随计划结束而结束。</translation>
    </message>
    <message>
        <source>On</source>
        <translation>已开启</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>自 {time}</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>已共享</translation>
    </message>
    <message>
        <source>Not shared</source>
        <translation>未共享</translation>
    </message>
    <message numerus="yes">
        <source>{plan} is shared with %n unified accounting member(s), all together or not at all. Accounts that join later follow it.</source>
        <translation>
            <numerusform>{plan}共享给 %n 个财务托管的企业子账号，统一开启或关闭；之后加入的账号自动跟随。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{plan} can be shared with %n unified accounting member(s), all together or not at all. Accounts that join later follow it.</source>
        <translation>
            <numerusform>{plan}可共享给 %n 个财务托管的企业子账号，统一开启或关闭；之后加入的账号自动跟随。</numerusform>
        </translation>
    </message>
    <message>
        <source>{plan} is shared with every unified accounting member that joins; there is none yet.</source>
        <translation>{plan}会共享给加入的每个财务托管的企业子账号；目前尚无。</translation>
    </message>
    <message>
        <source>{plan} can be shared with unified accounting members; there is none yet.</source>
        <translation>{plan}可共享给财务托管的企业子账号；目前尚无。</translation>
    </message>
    <message>
        <source>This account is on {plan}: buy a paid plan first, then it can be shared.</source>
        <translation>此账号为{plan}：请先购买付费计划，然后才能共享。</translation>
    </message>
    <message>
        <source>{plan} has ended and is frozen: renew it first, then it can be shared.</source>
        <translation>{plan}已到期并冻结：请先续费，然后才能共享。</translation>
    </message>
    <message>
        <source>{plan} cannot be shared at present.</source>
        <translation>{plan}目前不能共享。</translation>
    </message>
</context>
<context>
    <name>TermCard</name>
    <message>
        <source>Validity period</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Support plan</source>
        <translation>支持计划</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>生效时间</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>when the payment is completed</source>
        <translation>支付完成时</translation>
    </message>
    <message>
        <source>none: the order was canceled</source>
        <translation>无：订单已取消</translation>
    </message>
    <message>
        <source>from {plan}</source>
        <translation>原为{plan}</translation>
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
    <name>TicketDialog</name>
    <message>
        <source>{item}: {plan} and higher plans include service tickets for it.</source>
        <translation>{item}：{plan}及以上支持计划包含工单。</translation>
    </message>
    <message>
        <source>{plan} does not include service tickets for everything.</source>
        <translation>{plan}支持计划只包含部分服务项目的工单。</translation>
    </message>
    <message>
        <source>This service ticket was created before, with the words it had then.</source>
        <translation>该工单已按之前的内容创建。</translation>
    </message>
    <message>
        <source>It is in the list. Create it again to have a second one with the words that stand here.</source>
        <translation>它已在列表中。再次点击创建，会按现在的内容新建一个工单。</translation>
    </message>
    <message>
        <source>A subject of at most {longest} characters is needed.</source>
        <translation>请填写主题，最多 {longest} 个字符。</translation>
    </message>
    <message>
        <source>A description of at most {longest} characters is needed.</source>
        <translation>请填写问题描述，最多 {longest} 个字符。</translation>
    </message>
    <message>
        <source>Create Service Ticket</source>
        <translation>创建工单</translation>
    </message>
    <message>
        <source>Service Item</source>
        <translation>服务项目</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>What it is about, in one line</source>
        <translation>用一句话说明问题</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>问题描述</translation>
    </message>
    <message>
        <source>What happened, since when, and what you have tried. No passwords, please.</source>
        <translation>发生了什么、从何时开始、您已尝试过什么。请勿填写密码。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Discard what you have written?</source>
        <translation>放弃已填写的内容？</translation>
    </message>
    <message>
        <source>The service ticket is not created, and its subject and description are lost.</source>
        <translation>工单不会创建，主题和问题描述都会丢失。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Keep Writing</source>
        <translation>继续填写</translation>
    </message>
</context>
<context>
    <name>TicketTexts</name>
    <message>
        <source>Open</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
</context>
<context>
    <name>TicketView</name>
    <message>
        <source>No service ticket is open</source>
        <translation>未打开工单</translation>
    </message>
    <message>
        <source>Choose one on the left to read it and to go on with it.</source>
        <translation>在左侧选择一个工单，即可查看并继续沟通。</translation>
    </message>
    <message>
        <source>Your message</source>
        <translation>您的留言</translation>
    </message>
    <message>
        <source>Add what is new</source>
        <translation>补充新的情况</translation>
    </message>
    <message>
        <source>Send Message</source>
        <translation>发送留言</translation>
    </message>
    <message>
        <source>Close Ticket</source>
        <translation>关闭工单</translation>
    </message>
    <message>
        <source>Kept on this computer only; nobody answers here.</source>
        <translation>仅保存在本机，不会有人回复。</translation>
    </message>
    <message>
        <source>This service ticket is closed. Create a new one for what is left to say.</source>
        <translation>该工单已关闭。如还有问题，请创建新的工单。</translation>
    </message>
    <message>
        <source>Created {time}</source>
        <translation>创建于 {time}</translation>
    </message>
    <message>
        <source>first response {time}</source>
        <translation>首次响应 {time}</translation>
    </message>
</context>
<context>
    <name>TicketsPage</name>
    <message>
        <source>Close this service ticket?</source>
        <translation>关闭该工单？</translation>
    </message>
    <message>
        <source>Nothing more can be said in it, and it cannot be opened again. What was said stays readable.</source>
        <translation>关闭后不能再留言，也不能重新打开，已有内容仍可查看。</translation>
    </message>
    <message>
        <source>Close Ticket</source>
        <translation>关闭工单</translation>
    </message>
    <message>
        <source>Keep Open</source>
        <translation>保持打开</translation>
    </message>
    <message>
        <source>Service Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Create Service Ticket</source>
        <translation>创建工单</translation>
    </message>
    <message>
        <source>No service tickets yet</source>
        <translation>还没有工单</translation>
    </message>
    <message>
        <source>Ask a question or report a fault; your tickets and what was said in them appear here.</source>
        <translation>您可以提问或报告故障，工单及其沟通内容会显示在这里。</translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation>暂时没有可显示的内容</translation>
    </message>
    <message>
        <source>Your service tickets are safe; they appear here after Retry.</source>
        <translation>您的工单不会丢失，重试后会显示在这里。</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Balance</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>Available credit</source>
        <translation>可用额度</translation>
    </message>
    <message>
        <source>Offline demo</source>
        <translation>离线演示</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>本地</translation>
    </message>
    <message>
        <source>Acting account</source>
        <translation>当前账号</translation>
    </message>
    <message>
        <source>{name} · signed out</source>
        <translation>{name} · 未登录</translation>
    </message>
    <message>
        <source>The session has ended. What is shown was last seen before.</source>
        <translation>会话已结束，当前显示的是上次看到的内容。</translation>
    </message>
    <message>
        <source>{name} · offline</source>
        <translation>{name} · 离线</translation>
    </message>
    <message>
        <source>The server does not answer. What is shown was last seen before.</source>
        <translation>服务器没有响应，当前显示的是上次看到的内容。</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Master account</source>
        <translation>企业主账号</translation>
    </message>
    <message>
        <source>Member account</source>
        <translation>企业子账号</translation>
    </message>
    <message>
        <source>Other accounts…</source>
        <translation>其他账号…</translation>
    </message>
    <message>
        <source>New account…</source>
        <translation>新建账号…</translation>
    </message>
    <message>
        <source>Act as: {role}</source>
        <translation>以此角色操作：{role}</translation>
    </message>
</context>
<context>
    <name>TrayMenu</name>
    <message>
        <source>Open Support Plan</source>
        <translation>打开支持计划</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>UnsubscribeWizard</name>
    <message>
        <source>Unsubscribe from Resource</source>
        <translation>退订资源</translation>
    </message>
    <message>
        <source>Confirm refund</source>
        <translation>确认退订</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>UnsubscribedPage</name>
    <message>
        <source>View refund progress</source>
        <translation>查看退款进度</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>{plan} is unsubscribed</source>
        <translation>{plan}已退订</translation>
    </message>
    <message>
        <source>This account is on {free} from now on.</source>
        <translation>本账号自此为{free}。</translation>
    </message>
    <message>
        <source>submitted for approval</source>
        <translation>已提交审核</translation>
    </message>
    <message>
        <source>Goes back to</source>
        <translation>退回至</translation>
    </message>
    <message>
        <source>where it came from</source>
        <translation>原路退回</translation>
    </message>
    <message>
        <source>Expected by</source>
        <translation>预计到账日期</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
</context>
<context>
    <name>UnsubscriptionRefusals</name>
    <message>
        <source>The reason is missing.</source>
        <translation>尚未选择退订原因。</translation>
    </message>
    <message>
        <source>Choose exactly one; for “Other” also say in words what it is.</source>
        <translation>请选择一项；选择“其他”时还需说明具体原因。</translation>
    </message>
    <message>
        <source>The refund amount and the related fees have not been confirmed.</source>
        <translation>尚未确认退订金额和相关费用。</translation>
    </message>
    <message>
        <source>Check them above and tick the box.</source>
        <translation>请核对以上金额并勾选确认。</translation>
    </message>
</context>
<context>
    <name>VerificationPage</name>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Identity verification</source>
        <translation>身份验证</translation>
    </message>
    <message>
        <source>Choose where the verification code goes.</source>
        <translation>选择验证码的接收方式。</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Make Payment</source>
        <translation>确认付款</translation>
    </message>
    <message>
        <source>Leaving is safe: the order is paid once or not at all.</source>
        <translation>可以放心离开：订单只会支付一次，或完全没有支付。</translation>
    </message>
    <message>
        <source>The order stays open if you leave.</source>
        <translation>离开后订单仍然有效。</translation>
    </message>
</context>
<context>
    <name>WayBack</name>
    <message>
        <source>Goes back to where it came from</source>
        <translation>原路退回</translation>
    </message>
    <message>
        <source>Credit account</source>
        <translation>信用账户</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>余额</translation>
    </message>
</context>
<context>
    <name>WhyCard</name>
    <message>
        <source>Why this amount?</source>
        <translation>为什么是这个金额？</translation>
    </message>
</context>
</TS>
