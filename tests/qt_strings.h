#pragma once

#include <catch2/catch_tostring.hpp>

#include <QString>

// So that a failed comparison shows what the strings were.
namespace Catch {
template <> struct StringMaker<QString> {
    static std::string convert(const QString& value) { return '"' + value.toStdString() + '"'; }
};
template <> struct StringMaker<QByteArray> {
    static std::string convert(const QByteArray& value) { return value.toHex().toStdString(); }
};
} // namespace Catch
