#pragma once

#include "register/csv.h"

namespace heed::pupils {

struct Row {
    qint64 line = 0; ///< on which it begins, from 1
    QStringList cells;
};

/// By its mark, its zero bytes, or whether it is UTF-8. BadInput for what is empty, a spreadsheet, or XML.
model::Expected<Encoding> guessEncoding(const QByteArray& bytes);
/// BadInput where the bytes are not text of that encoding.
model::Expected<QByteArray> decoded(const QByteArray& bytes, Encoding encoding); ///< as UTF-8, without a mark
/// Comma, semicolon, tab or bar: what the first line has most of outside quotes.
QString guessDelimiter(const QByteArray& utf8);

/// RFC 4180 by libcsv, strictly: a quote in the wrong place is BadInput for the whole file. Empty lines are passed
/// over. Stops where `take` answers false.
model::Result readRows(const QByteArray& utf8, const QString& delimiter, const std::function<bool(Row)>& take);

} // namespace heed::pupils
