#pragma once

#include "model/error.h"

#include <QByteArray>
#include <QByteArrayView>

#include <concepts>
#include <memory>
#include <optional>
#include <vector>

struct sqlite3_stmt;

namespace heed::sql {

class Core;

template <class T> constexpr bool isOptional = false;
template <class T> constexpr bool isOptional<std::optional<T>> = true;

/// A prepared statement. Given back to its connection's store when it goes; it must not outlive the connection.
class Statement {
public:
    ~Statement();
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;

    /// Starts anew with `values` for the statement's parameters, in order: whole numbers, bool, double, QString,
    /// QByteArray (a blob; not copied), std::optional of these, nullptr. What is wrong with a value, step() tells.
    template <class... Values> Statement& bind(const Values&... values)
    {
        reset();
        int index = 0;
        (bindValue(++index, values), ...);
        expectParameters(index);
        return *this;
    }

    /// As bind(), of one parameter, counted from 1.
    template <class T> Statement& bindAt(int index, const T& value)
    {
        bindValue(index, value);
        return *this;
    }

    /// True: there is a row to read. False: done.
    model::Expected<bool> step();

    /// Binds, and runs to the end.
    template <class... Values> model::Result run(const Values&... values)
    {
        bind(values...);
        return finish();
    }

    /// Ready to be bound again; lets go of locks and values.
    void reset();

    // The row that step() found. Columns are counted from 0; a null is 0 or empty.
    int columns() const;
    bool isNull(int column) const;
    qint64 integer(int column) const;
    double real(int column) const;
    QString text(int column) const;
    QByteArray bytes(int column) const;
    /// Without a copy; valid until the next step() or reset().
    QByteArrayView bytesView(int column) const;

    /// qint64, int, bool, double, QString, QByteArray, or std::optional of these, which is empty for a null.
    template <class T> T get(int column) const
    {
        if constexpr (isOptional<T>)
            return isNull(column) ? T() : T(get<typename T::value_type>(column));
        else if constexpr (std::same_as<T, QString>)
            return text(column);
        else if constexpr (std::same_as<T, QByteArray>)
            return bytes(column);
        else if constexpr (std::same_as<T, bool>)
            return integer(column) != 0;
        else if constexpr (std::floating_point<T>)
            return static_cast<T>(real(column));
        else
            return static_cast<T>(integer(column));
    }

private:
    friend class Connection;
    Statement(std::shared_ptr<Core> core, sqlite3_stmt* statement, QByteArray sql);

    template <std::integral T> void bindValue(int index, T value) { bindInteger(index, static_cast<qint64>(value)); }
    void bindValue(int index, double value);
    void bindValue(int index, const QString& value);
    void bindValue(int index, const QByteArray& value);
    void bindValue(int index, std::nullptr_t);
    void bindValue(int index, const char* value) = delete; ///< text or blob? Say which.
    template <class T> void bindValue(int index, const std::optional<T>& value)
    {
        if (value)
            bindValue(index, *value);
        else
            bindValue(index, nullptr);
    }
    void bindInteger(int index, qint64 value);
    void expectParameters(int count) const;
    void bound(int code);
    model::Result finish();
    void giveBack();

    std::shared_ptr<Core> m_core;
    sqlite3_stmt* m_statement;
    QByteArray m_sql;
    std::vector<QByteArray> m_held; ///< what SQLite reads from while it runs
    int m_bindError = 0;
};

} // namespace heed::sql
