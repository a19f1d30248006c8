#include "rules/text_limits.h"

#include <QLocale>

#include <utility>

namespace heed::rules {
namespace {

QString counted(qsizetype number)
{
    static const QLocale british(QLocale::English, QLocale::UnitedKingdom);
    return british.toString(static_cast<qlonglong>(number));
}

/// Goes through everything that a value names of itself.
class Look {
public:
    template <class T> void operator()(const char* key, const T& value, const model::Field& field = {})
    {
        const auto name = QString::fromLatin1(key);
        at(m_path.isEmpty() ? name : QString(m_path + u'.' + name), value, field);
    }

    std::vector<Problem> take() { return std::move(m_found); }

private:
    void at(const QString& key, const QString& text, const model::Field& field)
    {
        if (text.contains(QChar::Null))
            m_found.push_back(
                {key, QStringLiteral("Something that is no text was pasted here. Take it out."), Severity::Error});
        else if (text.size() > field.longest)
            m_found.push_back(
                {key,
                 field.longest > model::shortText
                     ? QStringLiteral(
                           "This is %1 characters long, and %2 are the most. Shorten it, or attach it as a file.")
                           .arg(counted(text.size()), counted(field.longest))
                     : QStringLiteral(
                           "This is %1 characters long, and %2 are the most here. Shorten it, or write it under "
                           "what you saw or heard.")
                           .arg(counted(text.size()), counted(field.longest)),
                 Severity::Error});
    }

    template <model::Described T> void at(const QString& key, const T& value, const model::Field&)
    {
        const auto path = std::exchange(m_path, key);
        T::describe(value, *this);
        m_path = path;
    }

    template <class T> void at(const QString& key, const std::vector<T>& values, const model::Field& field)
    {
        for (std::size_t i = 0; i < values.size(); ++i)
            at(QStringLiteral("%1[%2]").arg(key).arg(i), values[i], field);
    }

    template <class T> void at(const QString& key, const std::optional<T>& value, const model::Field& field)
    {
        if (value)
            at(key, *value, field);
    }

    /// A day, a number, a choice: it fits.
    template <class T> void at(const QString&, const T&, const model::Field&) {}

    QString m_path;
    std::vector<Problem> m_found;
};

} // namespace

std::vector<Problem> unfit(const model::Concern& concern)
{
    Look look;
    model::Concern::describe(concern, look);
    return look.take();
}

} // namespace heed::rules
