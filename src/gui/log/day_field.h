#pragma once

#include <QDateTime>
#include <QLineEdit>

#include <optional>

namespace heed::gui::log {

/// The day that somebody typed: "3/5/2011", "3 May 2011", "2011-05-03", "yesterday". Nothing if it is none. Two digits
/// of a year are the latest such year that is not after `today`'s next one.
std::optional<QDate> readDay(const QString& typed, const QDate& today);
/// "14:10", "14.10", "2pm", "2.10 pm", "9".
std::optional<QTime> readTime(const QString& typed);
/// "3 May 2011".
QString dayText(const QDate& day);

/// A day that may be left empty: "not known" is an answer.
class DayField : public QLineEdit {
    Q_OBJECT

public:
    explicit DayField(QWidget* parent = nullptr);

    std::optional<QDate> day() const;
    void setDay(const std::optional<QDate>& day);
    /// Something stands there that is no day.
    bool isUnreadable() const;
};

class TimeField : public QLineEdit {
    Q_OBJECT

public:
    explicit TimeField(QWidget* parent = nullptr);

    std::optional<QTime> time() const;
    void setTime(const std::optional<QTime>& time);
    bool isUnreadable() const;
};

} // namespace heed::gui::log
