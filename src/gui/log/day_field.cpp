#include "gui/log/day_field.h"

#include "platform/clock.h"

#include <QLocale>
#include <QRegularExpression>

namespace heed::gui::log {

using namespace Qt::StringLiterals;

namespace {

const QLocale& english()
{
    static const QLocale locale(QLocale::English, QLocale::UnitedKingdom);
    return locale;
}

bool isNotKnown(const QString& typed)
{
    const auto plain = typed.trimmed().toLower();
    return plain.isEmpty() || plain == u"not known"_s || plain == u"unknown"_s || plain == u"not sure"_s;
}

int monthOf(const QString& word)
{
    for (int month = 1; month <= 12; ++month)
        if (word.size() >= 3 && english().monthName(month).startsWith(word, Qt::CaseInsensitive))
            return month;
    return 0;
}

std::optional<QDate> dayOf(int year, int month, int day, bool twoDigits, const QDate& today)
{
    if (twoDigits) {
        year += 2000;
        if (year > today.year() + 1)
            year -= 100;
    }
    const QDate date(year, month, day);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

} // namespace

std::optional<QDate> readDay(const QString& typed, const QDate& today)
{
    const auto plain = typed.simplified().toLower();
    if (plain == u"today"_s)
        return today;
    if (plain == u"yesterday"_s)
        return today.addDays(-1);

    static const QRegularExpression iso(u"^(\\d{4})-(\\d{1,2})-(\\d{1,2})$"_s);
    static const QRegularExpression numbers(u"^(\\d{1,2})[ ./-](\\d{1,2})(?:[ ./-](\\d{4}|\\d{2}))?$"_s);
    static const QRegularExpression words(u"^(\\d{1,2})(?:st|nd|rd|th)? ?([a-z]{3,9})\\.?,?(?: (\\d{4}|\\d{2}))?$"_s);

    if (const auto found = iso.match(plain); found.hasMatch())
        return dayOf(found.captured(1).toInt(), found.captured(2).toInt(), found.captured(3).toInt(), false, today);

    int day = 0;
    int month = 0;
    QString year;
    if (const auto found = numbers.match(plain); found.hasMatch()) {
        day = found.captured(1).toInt();
        month = found.captured(2).toInt();
        year = found.captured(3);
    } else if (const auto named = words.match(plain); named.hasMatch()) {
        day = named.captured(1).toInt();
        month = monthOf(named.captured(2));
        year = named.captured(3);
    }
    if (!month)
        return {};
    if (!year.isEmpty())
        return dayOf(year.toInt(), month, day, year.size() == 2, today);
    // Without a year it was the last time that there was such a day.
    auto date = dayOf(today.year(), month, day, false, today);
    if (date && *date > today)
        date = dayOf(today.year() - 1, month, day, false, today);
    return date;
}

std::optional<QTime> readTime(const QString& typed)
{
    static const QRegularExpression form(u"^(\\d{1,2})(?:[:. ]?(\\d{2}))? ?(am|pm)?$"_s);
    const auto found = form.match(typed.simplified().toLower());
    if (!found.hasMatch())
        return {};
    int hour = found.captured(1).toInt();
    const auto half = found.captured(3);
    if (!half.isEmpty() && (hour < 1 || hour > 12))
        return {};
    if (half == u"pm"_s && hour < 12)
        hour += 12;
    else if (half == u"am"_s && hour == 12)
        hour = 0;
    const QTime time(hour, found.captured(2).toInt());
    return time.isValid() ? std::optional(time) : std::nullopt;
}

QString dayText(const QDate& day)
{
    return english().toString(day, u"d MMMM yyyy"_s);
}

DayField::DayField(QWidget* parent)
    : QLineEdit(parent)
{
    setPlaceholderText(u"such as today, or 20/11"_s);
    setMaxLength(60);
    connect(this, &QLineEdit::editingFinished, this, [this] {
        if (const auto read = day())
            setText(dayText(*read));
    });
}

std::optional<QDate> DayField::day() const
{
    return readDay(text(), platform::inSchoolTime(platform::now()).date());
}

void DayField::setDay(const std::optional<QDate>& value)
{
    setText(value ? dayText(*value) : QString());
}

bool DayField::isUnreadable() const
{
    return !isNotKnown(text()) && !day();
}

TimeField::TimeField(QWidget* parent)
    : QLineEdit(parent)
{
    setPlaceholderText(u"such as 14:10"_s);
    setMaxLength(60);
    connect(this, &QLineEdit::editingFinished, this, [this] {
        if (const auto read = time())
            setText(read->toString(u"HH:mm"_s));
    });
}

std::optional<QTime> TimeField::time() const
{
    return readTime(text());
}

void TimeField::setTime(const std::optional<QTime>& value)
{
    setText(value ? value->toString(u"HH:mm"_s) : QString());
}

bool TimeField::isUnreadable() const
{
    return !isNotKnown(text()) && !time();
}

} // namespace heed::gui::log
