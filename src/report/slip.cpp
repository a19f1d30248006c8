#include "report/slip.h"

#include "report/words.h"

namespace heed::report {

Document slip(const Slip& values)
{
    Document document;
    document.sheet.title = QStringLiteral("Author's slip");
    document.sheet.reference = values.reference;
    document.sheet.bare = true;
    document.sheet.printing.school = values.school;
    document.sheet.printing.zone = values.zone;
    document.add(Heading{QStringLiteral("Slip for the author of a concern"), 1, {}});
    Facts facts;
    facts.rows.push_back({QStringLiteral("Reference"), values.reference, Voice::Strong, {}});
    facts.rows.push_back(fact(QStringLiteral("Logged"), momentText(values.loggedAt, values.zone) +
                                                            QStringLiteral(" by ") + orNotKnown(values.author)));
    facts.rows.push_back(fact(QStringLiteral("School"), values.school));
    document.add(std::move(facts));
    document.add(
        Code{values.fingerprint,
             QStringLiteral("Fingerprint of what you logged. Keep this slip: it says nothing of the child, and it is "
                            "your witness that the concern was logged, when, and with which words. To ask after it, "
                            "give the reference."),
             false});
    document.add(CutLine{QStringLiteral("Cut here")});
    return document;
}

} // namespace heed::report
