<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>ChangeConfirmPage</name>
    <message numerus="yes">
        <source>From the moment you confirm, it is {plan} for %n account(s) that the plan is shared with, too.</source>
        <translation>
            <numerusform>From the moment you confirm, it is {plan} for %n account that the plan is shared with, too.</numerusform>
            <numerusform>From the moment you confirm, it is {plan} for %n accounts that the plan is shared with, too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodeCard</name>
    <message numerus="yes">
        <source>Enter the %n-digit code</source>
        <translation>
            <numerusform>Enter the %n-digit code</numerusform>
            <numerusform>Enter the %n-digit code</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) left</source>
        <translation>
            <numerusform>%n attempt left</numerusform>
            <numerusform>%n attempts left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n send(s) left today</source>
        <translation>
            <numerusform>%n send left today</numerusform>
            <numerusform>%n sends left today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConfirmRefundPage</name>
    <message numerus="yes">
        <source>The same goes for %n account(s) that the plan is shared with.</source>
        <translation>
            <numerusform>The same goes for %n account that the plan is shared with.</numerusform>
            <numerusform>The same goes for %n accounts that the plan is shared with.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DifferencesCard</name>
    <message numerus="yes">
        <source>%n item(s) gained</source>
        <translation>
            <numerusform>%n item gained</numerusform>
            <numerusform>%n items gained</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) become less</source>
        <translation>
            <numerusform>%n item become less</numerusform>
            <numerusform>%n items become less</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) stay</source>
        <translation>
            <numerusform>%n item stay</numerusform>
            <numerusform>%n items stay</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportBanner</name>
    <message numerus="yes">
        <source>%n order(s) exported</source>
        <translation>
            <numerusform>%n order exported</numerusform>
            <numerusform>%n orders exported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemberFilters</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MembersCard</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invited</source>
        <translation>
            <numerusform>%n invited</numerusform>
            <numerusform>%n invited</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessagesPage</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderFilters</name>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrganizationDeeds</name>
    <message numerus="yes">
        <source>From the moment you confirm, {plan} reaches %n account(s) under unified accounting.</source>
        <translation>
            <numerusform>From the moment you confirm, {plan} reaches %n account under unified accounting.</numerusform>
            <numerusform>From the moment you confirm, {plan} reaches %n accounts under unified accounting.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From the moment you confirm, {plan} ends for %n account(s), all together; {free} is what is left.</source>
        <translation>
            <numerusform>From the moment you confirm, {plan} ends for %n account, all together; {free} is what is left.</numerusform>
            <numerusform>From the moment you confirm, {plan} ends for %n accounts, all together; {free} is what is left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n account</numerusform>
            <numerusform>%n accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanCard</name>
    <message numerus="yes">
        <source>Expires in %n day(s)</source>
        <translation>
            <numerusform>Expires in %n day</numerusform>
            <numerusform>Expires in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n renewal(s) included</source>
        <translation>
            <numerusform>%n renewal included</numerusform>
            <numerusform>%n renewals included</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n day(s)</source>
        <translation>
            <numerusform>of %n day</numerusform>
            <numerusform>of %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanNotices</name>
    <message numerus="yes">
        <source>Grace period: %n day(s) left, still usable.</source>
        <translation>
            <numerusform>Grace period: %n day left, still usable.</numerusform>
            <numerusform>Grace period: %n days left, still usable.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retention period: {plan} is frozen, %n day(s) left.</source>
        <translation>
            <numerusform>Retention period: {plan} is frozen, %n day left.</numerusform>
            <numerusform>Retention period: {plan} is frozen, %n days left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadinessCard</name>
    <message numerus="yes">
        <source>%n issue(s)</source>
        <translation>
            <numerusform>%n issue</numerusform>
            <numerusform>%n issues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invited account(s) can accept</source>
        <translation>
            <numerusform>%n invited account can accept</numerusform>
            <numerusform>%n invited accounts can accept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more invited account(s) cannot accept yet</source>
        <translation>
            <numerusform>%n more invited account cannot accept yet</numerusform>
            <numerusform>%n more invited accounts cannot accept yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{plan} for %n unified member(s)</source>
        <translation>
            <numerusform>{plan} for %n unified member</numerusform>
            <numerusform>{plan} for %n unified members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{plan} can be shared with %n unified member(s)</source>
        <translation>
            <numerusform>{plan} can be shared with %n unified member</numerusform>
            <numerusform>{plan} can be shared with %n unified members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unified member(s) without a plan</source>
        <translation>
            <numerusform>%n unified member without a plan</numerusform>
            <numerusform>%n unified members without a plan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) under independent accounting</source>
        <translation>
            <numerusform>%n account under independent accounting</numerusform>
            <numerusform>%n accounts under independent accounting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SharingFact</name>
    <message numerus="yes">
        <source>Shared with %n account(s)</source>
        <translation>
            <numerusform>Shared with %n account</numerusform>
            <numerusform>Shared with %n accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unified member(s)</source>
        <translation>
            <numerusform>%n unified member</numerusform>
            <numerusform>%n unified members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SwitchCard</name>
    <message numerus="yes">
        <source>{plan} is shared with %n unified accounting member(s), all together or not at all. Accounts that join later follow it.</source>
        <translation>
            <numerusform>{plan} is shared with %n unified accounting member, all together or not at all. Accounts that join later follow it.</numerusform>
            <numerusform>{plan} is shared with %n unified accounting members, all together or not at all. Accounts that join later follow it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{plan} can be shared with %n unified accounting member(s), all together or not at all. Accounts that join later follow it.</source>
        <translation>
            <numerusform>{plan} can be shared with %n unified accounting member, all together or not at all. Accounts that join later follow it.</numerusform>
            <numerusform>{plan} can be shared with %n unified accounting members, all together or not at all. Accounts that join later follow it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
</TS>
