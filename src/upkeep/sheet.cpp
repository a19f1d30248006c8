#include "upkeep/sheet.h"

namespace heed::upkeep {

using model::ErrorCode;
using model::Expected;

namespace {

constexpr int batch = 1000;
constexpr qsizetype wholeLength = 64; // symbols: 32 bytes

using Heads = std::map<QByteArray, journal::Head>;

QByteArray stateOf(const Heads& heads)
{
    std::vector<journal::DeviceHead> list;
    for (const auto& [device, head] : heads)
        list.push_back({head, 0});
    return journal::stateHash(list);
}

/// What each entry and all before it, on every PC, had seen.
class Seen {
public:
    /// The heads on which an entry was written, which come with every entry of its device.
    const Heads& before(const journal::Header& header)
    {
        auto& heads = m_byDevice[header.device];
        if (header.number > 1)
            heads[header.device] = {header.device, header.number - 1, header.previous};
        for (const auto& other : header.seen)
            heads[other.device] = other;
        return heads;
    }

private:
    std::map<QByteArray, Heads> m_byDevice;
};

} // namespace

Expected<QByteArray> readSheet(const QString& typed)
{
    QString hex;
    for (const auto symbol : typed.toLower()) {
        if (symbol.isSpace() || symbol == u'-')
            continue;
        hex += symbol == u'o' ? u'0' : symbol == u'i' || symbol == u'l' ? u'1' : symbol;
    }
    for (const auto symbol : hex)
        if (!QStringLiteral("0123456789abcdef").contains(symbol))
            return model::failure(ErrorCode::BadInput,
                                  QStringLiteral("\"%1\" does not occur in a sheet's fingerprint: it is made of the "
                                                 "figures and the letters a to f. Type what stands under \"Checking "
                                                 "this sheet\", on the last page.")
                                      .arg(symbol));
    if (hex.size() != wholeLength)
        return model::failure(ErrorCode::BadInput,
                              QStringLiteral("A sheet's fingerprint has 16 groups of four symbols, and this has %1 "
                                             "symbols instead of 64: look for a group that is missing or twice.")
                                  .arg(hex.size()));
    return QByteArray::fromHex(hex.toLatin1());
}

Expected<std::optional<qint64>> entriesSince(journal::Journal& journal, const QByteArray& state,
                                             const casebook::Watch& watch)
{
    HEED_TAKE(const auto view, sql::Transaction::read(journal.connection()));
    HEED_TAKE(const auto total, journal.count());
    Heads heads;
    Seen seen;
    std::optional<qint64> at;  // entries that had come when the journal stood so
    std::optional<Heads> told; // the same, as a later entry had seen it
    qint64 done = 0;
    for (qint64 sequence = 0;;) {
        HEED_TAKE(const auto rows, journal.after(sequence, batch));
        if (rows.empty())
            break;
        for (const auto& row : rows) {
            HEED_TAKE(const auto header, journal::parseHeader(row.entry.header));
            if (!told)
                if (const auto& before = seen.before(header); stateOf(before) == state)
                    told = before;
            auto& head = heads[row.place.device];
            if (head.number < row.place.number)
                head = {row.place.device, row.place.number, row.entry.hash()};
            ++done;
            if (stateOf(heads) == state)
                at = done;
        }
        sequence = rows.back().sequence;
        if (watch.report)
            watch.report(done, total);
        if (watch.cancelled && watch.cancelled())
            return model::failure(ErrorCode::Cancelled,
                                  QStringLiteral("The check was stopped before its end: it says nothing yet."));
    }
    if (at)
        return done - *at;
    if (!told)
        return std::nullopt;
    // The state is a promise of a later entry: it counts only if what it names is here.
    qint64 held = 0;
    for (const auto& [device, head] : *told) {
        HEED_TAKE(const auto row, journal.at({device, head.number}));
        if (!row || row->entry.hash() != head.hash)
            return std::nullopt;
        held += head.number;
    }
    return done - held;
}

} // namespace heed::upkeep
