#include "model/json.h"

#include <QCborArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <nlohmann/json.hpp>

#include <vector>

namespace heed::model {
namespace {

constexpr std::size_t deepest = 32;

/// Builds a CBOR map from nlohmann's parse events: its own tree would keep the last of two equal keys without a word.
class Builder : public nlohmann::json_sax<nlohmann::json> {
public:
    bool null() override { return put(QCborValue(QCborValue::Null)); }
    bool boolean(bool value) override { return put(value); }
    bool number_integer(number_integer_t value) override { return put(static_cast<qint64>(value)); }
    bool number_unsigned(number_unsigned_t value) override
    {
        if (value > static_cast<number_unsigned_t>(std::numeric_limits<qint64>::max()))
            return refuse(QStringLiteral("holds a number that is too large"));
        return put(static_cast<qint64>(value));
    }
    bool number_float(number_float_t value, const string_t&) override { return put(value); }
    bool string(string_t& value) override { return put(QString::fromStdString(value)); }
    bool binary(binary_t&) override { return refuse(QStringLiteral("is not JSON")); }
    bool start_object(std::size_t) override { return open(QCborMap()); }
    bool start_array(std::size_t) override { return open(QCborArray()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& value) override
    {
        auto& level = m_open.back();
        level.key = QString::fromStdString(value);
        if (level.value.toMap().contains(level.key))
            return refuse(QStringLiteral("has the key \"%1\" twice").arg(level.key.left(60)));
        return true;
    }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override
    {
        return refuse(QStringLiteral("is not valid JSON at byte %1").arg(position));
    }

    QCborValue root;
    QString problem;

private:
    struct Level {
        QCborValue value;
        QString key;
    };

    bool refuse(const QString& sentence)
    {
        problem = sentence;
        return false;
    }

    bool put(const QCborValue& value)
    {
        if (m_open.empty()) {
            root = value;
            return true;
        }
        auto& level = m_open.back();
        // Qt shares the container until it is written to; taking it out first keeps that write from copying it.
        if (level.value.isMap()) {
            auto map = level.value.toMap();
            level.value = QCborValue();
            map.insert(level.key, value);
            level.value = map;
        } else {
            auto array = level.value.toArray();
            level.value = QCborValue();
            array.append(value);
            level.value = array;
        }
        return true;
    }

    bool open(const QCborValue& empty)
    {
        if (m_open.size() == deepest)
            return refuse(QStringLiteral("is nested more than %1 levels deep").arg(deepest));
        m_open.push_back({empty, {}});
        return true;
    }

    bool close()
    {
        const auto value = m_open.back().value;
        m_open.pop_back();
        return put(value);
    }

    std::vector<Level> m_open;
};

} // namespace

Expected<QCborMap> parseJson(const QByteArray& text, const QString& what, qsizetype largest)
{
    if (text.size() > largest)
        return failure(ErrorCode::BadInput, QStringLiteral("%1 is larger than %2 KiB.").arg(what).arg(largest / 1024));
    if (text.trimmed().isEmpty())
        return failure(ErrorCode::BadInput, QStringLiteral("%1 is empty.").arg(what));
    Builder builder;
    if (!nlohmann::json::sax_parse(text.begin(), text.end(), &builder))
        return failure(ErrorCode::BadInput, what + u' ' + builder.problem + u'.');
    if (!builder.root.isMap())
        return failure(ErrorCode::BadInput, what + QStringLiteral(" is not a JSON object."));
    return builder.root.toMap();
}

QByteArray writeJson(const QCborMap& map)
{
    return QJsonDocument(map.toJsonObject()).toJson(QJsonDocument::Indented);
}

} // namespace heed::model
