#include "report/share.h"

#include "report/words.h"

namespace heed::report {

Document recoveryShare(const RecoveryShare& share)
{
    Document document;
    document.sheet.title = QStringLiteral("Recovery share");
    document.sheet.mark = QStringLiteral("Secret: for its holder alone");
    document.sheet.reference = QString();
    document.sheet.printing.school = share.school;
    document.sheet.printing.recipient = share.holder;
    document.sheet.printing.copy = 1;
    document.sheet.printing.printedBy = share.madeBy;
    document.sheet.printing.printedAt = share.madeAt;
    const auto zone = document.sheet.printing.zone;

    document.add(Heading{QStringLiteral("Recovery share %1 of %2").arg(share.number).arg(share.of), 0, {}});
    document.add(Notice{
        QStringLiteral("Seal this sheet in an envelope, sign across the flap, and keep it where only you can reach it"),
        QStringLiteral("Do not copy, photograph or e-mail it. Not in the school safe together with the others.")});
    Facts facts;
    facts.rows.push_back({QStringLiteral("Holder"), orNotKnown(share.holder), Voice::Strong, {}});
    facts.rows.push_back(fact(QStringLiteral("Opens"), QStringLiteral("The desk of ") + orNotKnown(share.desk)));
    facts.rows.push_back(fact(QStringLiteral("Vault"), share.vault));
    facts.rows.push_back(fact(QStringLiteral("School"), share.school));
    facts.rows.push_back(
        fact(QStringLiteral("Needed"),
             QStringLiteral("Any %1 of the %2 shares together. One alone opens nothing and says nothing.")
                 .arg(share.needed)
                 .arg(share.of)));
    facts.rows.push_back(fact(QStringLiteral("Made"),
                              momentText(share.madeAt, zone) + QStringLiteral(" by ") + orNotKnown(share.madeBy)));
    facts.rows.back().note = QStringLiteral("Set %1. A newer set replaces this one.").arg(share.set);
    document.add(std::move(facts));
    document.add(Heading{QStringLiteral("The share"), 1, {}});
    document.add(
        Code{share.groups.join(u' '),
             QStringLiteral("Type all groups, line by line, in capital or small letters; the last letter of each group "
                            "shows a mistake. A barcode reader can read the QR code instead: it holds the same."),
             true});
    document.add(Heading{QStringLiteral("When it is needed"), 1, {}});
    document.add(Bullets{
        {QStringLiteral(
             "When no one can open the desk any more: all its readers have left or have forgotten their passwords."),
         QStringLiteral("Meet with the other holders at one computer. Start Heed, choose \u201cNobody can get in any "
                        "more?\u201d on the sign-in page, and type the shares in; or use heed-cli recover."),
         QStringLiteral("Know whom you give access to: whoever signs in after the recovery can read what the desk can "
                        "read. Every recovery is recorded."),
         QStringLiteral("Lost it, or someone has seen it? Tell a reader of the desk: new shares are made, and this one "
                        "stops working for what is written afterwards.")},
        false});
    document.add(Heading{QStringLiteral("Received"), 1, {}});
    document.add(WritingBoxes{{{QStringLiteral("Signature of the holder"), 1.4},
                               {QStringLiteral("Date"), 1},
                               {QStringLiteral("Checked in a drill on"), 1}},
                              1});
    return document;
}

} // namespace heed::report
