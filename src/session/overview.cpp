#include "session/overview.h"

#include "casebook/casebook.h"
#include "platform/atomic_file.h"
#include "platform/clock.h"
#include "report/governors.h"
#include "report/pdf.h"
#include "report/words.h"
#include "rules/gathering.h"
#include "session/logging.h"
#include "session/state.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace heed::session {

using model::Expected;
using model::State;

namespace {

struct Month {
    QDate first;
    QString key;   ///< "2026-11"
    QString words; ///< "Nov 2026"

    model::CaseFilter filter() const
    {
        model::CaseFilter filter;
        filter.since = first;
        filter.until = first.addMonths(1).addDays(-1);
        filter.order = model::CaseOrder::Newest;
        return filter;
    }
};

std::vector<Month> lastMonths(const QDate& today, int count)
{
    static const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    std::vector<Month> months;
    for (int back = count - 1; back >= 0; --back) {
        const auto first = QDate(today.year(), today.month(), 1).addMonths(-back);
        months.push_back(
            {first, first.toString(QStringLiteral("yyyy-MM")), english.toString(first, QStringLiteral("MMM yyyy"))});
    }
    return months;
}

/// From so many days back to so many.
struct Age {
    int from;
    int to;
    const char* words;
};
constexpr std::array ages{Age{0, 1, "Today or yesterday"}, Age{2, 6, "In the last week"},
                          Age{7, 27, "1 to 4 weeks ago"}, Age{28, 90, "1 to 3 months ago"},
                          Age{91, 100'000, "More than 3 months ago"}};

const char* wordsOf(model::Wait wait)
{
    switch (wait) {
    case model::Wait::Hour: return "Within an hour";
    case model::Wait::Day: return "Within a day";
    case model::Wait::Week: return "Within a week";
    case model::Wait::Longer: return "Longer";
    case model::Wait::Never: return "By nobody yet";
    }
    return "";
}

qint64 at(const std::map<QString, qint64>& tallies, const QString& name)
{
    const auto found = tallies.find(name);
    return found == tallies.end() ? 0 : found->second;
}

Expected<FigureRow> byAge(casebook::Casebook& view, State state, const QDate& today)
{
    const auto beginning = QStringLiteral("day/") + model::nameOf(state) + u'/';
    HEED_TAKE(const auto days, view.tallies(beginning));
    FigureRow row{{}, state == State::Waiting ? QStringLiteral("Waiting") : QStringLiteral("Open"), {}};
    for (const auto& age : ages) {
        Figure figure{QString::fromLatin1(age.words), 0, {}};
        figure.filter.state = state;
        if (age.to < ages.back().to)
            figure.filter.since = today.addDays(-age.to);
        // What a clock that runs ahead has dated tomorrow was logged today.
        if (age.from > 0)
            figure.filter.until = today.addDays(-age.from);
        for (const auto& [name, count] : days) {
            const auto day = QDate::fromString(name.mid(beginning.size()), Qt::ISODate);
            if ((!figure.filter.since || day >= *figure.filter.since) &&
                (!figure.filter.until || day <= *figure.filter.until))
                figure.count += count;
        }
        row.figures.push_back(std::move(figure));
    }
    return row;
}

} // namespace

Expected<Overview> overview(Session& session, int months)
{
    HEED_TAKE(auto* view, session.state().deskView());
    const auto today = platform::inSchoolTime(platform::now()).date();
    HEED_TAKE(const auto counts, view->counts(today));
    Overview all;
    const auto add = [&](const char* words, qint64 count, auto set) {
        Figure figure{QString::fromLatin1(words), count, {}};
        set(figure.filter);
        all.now.push_back(std::move(figure));
    };
    add("Waiting for somebody", counts.waiting, [](auto& filter) { filter.state = State::Waiting; });
    add("With something overdue", counts.overdueActions, [](auto& filter) { filter.overdue = true; });
    add("Open", counts.open, [](auto& filter) { filter.state = State::Open; });
    add("Closed", counts.closed, [](auto& filter) { filter.state = State::Closed; });
    for (const auto state : {State::Waiting, State::Open}) {
        HEED_TAKE(auto row, byAge(*view, state, today));
        all.byAge.push_back(std::move(row));
    }

    const auto columns = lastMonths(today, months);
    HEED_TAKE(const auto logged, view->tallies(QStringLiteral("month/")));
    for (const auto& month : columns)
        all.months.push_back({month.words, at(logged, QStringLiteral("month/") + month.key), month.filter()});

    HEED_TAKE(const auto ticked, view->tallies(QStringLiteral("sign/")));
    std::vector<std::pair<QString, QString>> signsAsked;
    for (const auto& sign : checklist().signsListed)
        signsAsked.emplace_back(sign.code, sign.label);
    for (const auto& [name, count] : ticked) {
        const auto code = name.section(u'/', 1, 1);
        if (std::none_of(signsAsked.begin(), signsAsked.end(), [&](const auto& sign) { return sign.first == code; }))
            signsAsked.emplace_back(code, code == model::otherSignCode ? QStringLiteral("Something else") : code);
    }
    for (const auto& [code, label] : signsAsked) {
        FigureRow row{code, label, {}};
        for (const auto& month : columns) {
            Figure figure{month.words, at(ticked, QStringLiteral("sign/") + code + u'/' + month.key), month.filter()};
            figure.filter.sign = code;
            row.figures.push_back(std::move(figure));
        }
        all.signsSeen.push_back(std::move(row));
    }

    HEED_TAKE(const auto waits, view->tallies(QStringLiteral("wait/")));
    for (const auto& [wait, code] : model::Names<model::Wait>::table) {
        FigureRow row{{}, QString::fromLatin1(wordsOf(wait)), {}};
        for (const auto& month : columns) {
            Figure figure{month.words, at(waits, QStringLiteral("wait/") + month.key + u'/' + QLatin1StringView(code)),
                          month.filter()};
            figure.filter.acknowledged = wait;
            row.figures.push_back(std::move(figure));
        }
        all.waits.push_back(std::move(row));
    }
    return all;
}

Expected<std::vector<Gathering>> gathering(Session& session)
{
    constexpr int most = 20;
    HEED_TAKE(auto* view, session.state().deskView());
    HEED_TAKE(const auto found,
              view->gathering(platform::now().addSecs(-rules::gatheringSeconds), rules::gatheringLeast, most));
    std::vector<Gathering> all;
    for (const auto& one : found)
        all.push_back({one.id, model::nameOf(one.child), one.child.yearGroup, one.concerns, one.last});
    return all;
}

Expected<report::Document> governorsSheet(Session& session)
{
    constexpr int year = 12;
    HEED_TAKE(const auto figures, overview(session, year));
    report::Governors values;
    const auto total = [](const std::vector<Figure>& row) {
        qint64 sum = 0;
        for (const auto& figure : row)
            sum += figure.count;
        return sum;
    };
    values.from = figures.months.front().filter.since.value_or(QDate());
    values.logged = total(figures.months);
    for (const auto& figure : figures.now)
        values.standing.push_back({figure.words, figure.count});
    for (const auto& row : figures.signsSeen)
        values.signsSeen.push_back({row.words, total(row.figures)});
    for (const auto& row : figures.waits)
        values.waits.push_back({row.words, total(row.figures)});
    values.printing.school = session.profile().school.name;
    values.printing.recipient = QStringLiteral("The governing body");
    values.printing.printedBy = session.member().name;
    values.printing.printedAt = platform::now();
    return report::governors(values);
}

Expected<report::Document> saveGovernorsSheet(Session& session, const QString& path)
{
    HEED_TAKE(auto document, governorsSheet(session));
    HEED_TRY(report::writePdf(document, path));
    return document;
}

} // namespace heed::session
