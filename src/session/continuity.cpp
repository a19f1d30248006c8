#include "session/continuity.h"

#include "crypto/random.h"
#include "report/call_sheet.h"
#include "report/continuity.h"
#include "rules/routing.h"
#include "rules/school_time.h"
#include "rules/words.h"
#include "session/logging.h"

#include <QLocale>

namespace heed::session {

namespace {

/// Three symbols that nobody mistakes for others: 29 791 packs.
QString packCode()
{
    const auto symbols = QStringLiteral("23456789ABCDEFGHJKLMNPQRTUVWXYZ");
    QString code;
    for (const auto byte : crypto::randomBytes(3))
        code += symbols[static_cast<unsigned char>(byte) % symbols.size()];
    return code;
}

} // namespace

report::Document continuityPack(const model::Profile& profile, const QDateTime& now, int forms)
{
    constexpr int daysAhead = 7;
    report::ContinuityPack pack;
    pack.profile = profile;
    pack.checklist = checklist();
    pack.forms = forms;
    pack.code = packCode();
    pack.printing.school = profile.school.name;
    pack.printing.recipient = QStringLiteral("everybody who works here");
    pack.printing.reason = QStringLiteral("To write by hand");
    pack.printing.printedAt = now;
    model::Concern concern;
    concern.child.onRoll = true;
    const auto today = rules::toSchoolTime(now).date();
    for (int i = 0; i < daysAhead; ++i) {
        const auto day = today.addDays(i);
        if (!rules::isSchoolDay(day, profile))
            continue;
        const auto route =
            rules::route(concern, profile, rules::atSchoolTime(day, profile.schoolDay.from.addSecs(3600)), {});
        QStringList names{route.contact.name};
        names << route.deputies;
        pack.duty.push_back({QLocale(QLocale::English).dayName(day.dayOfWeek()) + u' ' + rules::inWords(day), names});
    }
    return report::continuityPack(pack);
}

report::Document blankCallSheet(const model::Profile& profile, const QString& caller, const QString& role,
                                const QDateTime& now)
{
    report::CallSheet sheet;
    sheet.toRing = {profile.mash.name, profile.mash.phone, {}};
    sheet.caller.name = caller;
    sheet.caller.role = role;
    sheet.printing.school = profile.school.name;
    sheet.printing.recipient = QStringLiteral("whoever rings");
    sheet.printing.reason = QStringLiteral("To write by hand");
    sheet.printing.printedAt = now;
    return report::blankCallSheet(sheet);
}

} // namespace heed::session
