#include "gui/settings/hours_text.h"

#include <QRegularExpression>

#include <algorithm>

namespace heed::gui::settings {
namespace {

using model::Weekday;

QString dayName(Weekday day)
{
    auto name = model::nameOf(day);
    name[0] = name[0].toUpper();
    return name;
}

std::optional<Weekday> dayOf(const QString& text)
{
    return model::valueOf<Weekday>(text.left(3).toLower());
}

/// "Mon-Fri", "Mon, Wed"
std::optional<std::vector<Weekday>> readDays(const QString& text)
{
    std::vector<Weekday> days;
    static const QRegularExpression between(QStringLiteral("[,\\s]+"));
    for (const auto& part : text.split(between, Qt::SkipEmptyParts)) {
        const auto ends = part.split(QRegularExpression(QStringLiteral("[-\u2013]")));
        const auto first = dayOf(ends.first());
        const auto last = dayOf(ends.last());
        if (!first || !last || ends.size() > 2 || *last < *first)
            return {};
        for (int day = static_cast<int>(*first); day <= static_cast<int>(*last); ++day)
            if (std::find(days.begin(), days.end(), static_cast<Weekday>(day)) == days.end())
                days.push_back(static_cast<Weekday>(day));
    }
    if (days.empty())
        return {};
    std::sort(days.begin(), days.end());
    return days;
}

QString daysText(const std::vector<Weekday>& days)
{
    const bool isRun =
        days.size() > 2 &&
        static_cast<std::size_t>(days.back()) - static_cast<std::size_t>(days.front()) == days.size() - 1;
    if (isRun)
        return dayName(days.front()) + u'-' + dayName(days.back());
    QStringList names;
    for (const auto day : days)
        names << dayName(day);
    return names.join(QStringLiteral(", "));
}

} // namespace

QString hoursText(const std::vector<model::Hours>& hours)
{
    QStringList parts;
    for (const auto& each : hours)
        parts << QStringLiteral("%1 %2-%3")
                     .arg(daysText(each.days), each.from.toString(QStringLiteral("HH:mm")),
                          each.to.toString(QStringLiteral("HH:mm")));
    return parts.join(QStringLiteral("; "));
}

std::optional<std::vector<model::Hours>> readHours(const QString& text)
{
    static const QRegularExpression shape(
        QStringLiteral("^(.+?)\\s+(\\d{1,2}[:.]\\d{2})\\s*[-\u2013]\\s*(\\d{1,2}[:.]\\d{2})$"));
    std::vector<model::Hours> hours;
    for (const auto& part : text.split(u';', Qt::SkipEmptyParts)) {
        if (part.trimmed().isEmpty())
            continue;
        const auto match = shape.match(part.trimmed());
        if (!match.hasMatch())
            return {};
        const auto days = readDays(match.captured(1));
        const auto time = [](QString typed) {
            return QTime::fromString(typed.replace(u'.', u':'), QStringLiteral("H:mm"));
        };
        const auto from = time(match.captured(2));
        const auto to = time(match.captured(3));
        if (!days || !from.isValid() || !to.isValid() || from == to)
            return {};
        hours.push_back({*days, from, to});
    }
    return hours;
}

} // namespace heed::gui::settings
