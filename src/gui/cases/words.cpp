#include "gui/cases/words.h"

#include "report/words.h"
#include "rules/signs.h"

#include <QMap>

namespace heed::gui::cases {

using namespace Qt::StringLiterals;

QString shortSign(const QString& code)
{
    static const QMap<QString, QString> words{
        {u"sexualised-behaviour"_s, u"Sexualised behaviour"_s},
        {u"repeat-sti-pregnancy"_s, u"Repeat infections or pregnancy"_s},
        {u"unaffordable-things"_s, u"Unaffordable things"_s},
        {u"unusual-locations"_s, u"Unusual places"_s},
        {u"unknown-cars"_s, u"Unknown cars"_s},
        {u"missing"_s, u"Missing"_s},
        {u"older-partner"_s, u"Older person"_s},
        {u"exploited-peers"_s, u"Exploited friends"_s},
        {u"truancy"_s, u"Truancy"_s},
        {u"changed-behaviour"_s, u"Changed behaviour"_s},
        {u"drugs-alcohol"_s, u"Drugs or alcohol"_s},
        {u"crime"_s, u"Crime"_s},
        {u"injuries"_s, u"Injuries"_s},
        {model::otherSignCode, u"Something else"_s},
    };
    return words.value(code, code);
}

QString signsText(const model::Concern& concern)
{
    QStringList signs;
    for (const auto& seen : rules::signsNoticed(concern))
        signs << shortSign(seen.code);
    return signs.join(u", "_s);
}

QString ordinalText(int earlierConcerns)
{
    if (earlierConcerns <= 0)
        return {};
    const int number = earlierConcerns + 1;
    const int last = number % 10;
    const bool isTeen = number % 100 >= 11 && number % 100 <= 13;
    const QString ending = isTeen ? u"th"_s : last == 1 ? u"st"_s : last == 2 ? u"nd"_s : last == 3 ? u"rd"_s : u"th"_s;
    return u"%1%2 in six weeks"_s.arg(number).arg(ending);
}

QString stateText(model::State state)
{
    switch (state) {
    case model::State::Waiting: return u"Waiting"_s;
    case model::State::Open: return u"Open"_s;
    case model::State::Closed: return u"Closed"_s;
    }
    return {};
}

QString levelText(const std::optional<model::Level>& level)
{
    return level ? report::levelText(*level) : u"Not set"_s;
}

QString durationText(const QDateTime& from, const QDateTime& to)
{
    const auto counted = [](qint64 count, const QString& one) {
        return count == 1 ? u"1 "_s + one : u"%1 %2s"_s.arg(count).arg(one);
    };
    const auto minutes = std::max<qint64>(0, from.secsTo(to) / 60);
    if (minutes < 1)
        return u"less than a minute"_s;
    if (minutes < 60)
        return counted(minutes, u"minute"_s);
    // The minutes no longer matter after half a school day.
    if (minutes >= 4 * 60 && minutes < 24 * 60)
        return counted(minutes / 60, u"hour"_s);
    if (minutes < 24 * 60)
        return minutes % 60 == 0 ? counted(minutes / 60, u"hour"_s)
                                 : counted(minutes / 60, u"hour"_s) + u' ' + counted(minutes % 60, u"minute"_s);
    return counted(minutes / (24 * 60), u"day"_s);
}

QString moment(const QDateTime& at)
{
    static const QTimeZone zone("Europe/London");
    return report::momentText(at, zone);
}

} // namespace heed::gui::cases
