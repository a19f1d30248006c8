#pragma once

#include "model/error.h"

#include <QByteArray>

#include <chrono>
#include <concepts>
#include <initializer_list>

// The log holds ids, codes, counts and durations: never a name, a sign or a word of a record. The types see to it: a
// word must stand in the source, and no string that the program computed can be written.

namespace heed::platform::log {

/// A word that stands in the source.
class Word {
public:
    consteval Word(const char* text)
        : m_text(text)
    {
    }
    const char* text() const { return m_text; }

private:
    const char* m_text;
};

/// A random id or a hash; its first four bytes are written, in hex.
struct Id {
    QByteArray bytes;
};

class Value {
public:
    template <std::integral T> Value(T number)
        : m_text(QByteArray::number(static_cast<qint64>(number)))
    {
    }
    Value(bool yes)
        : m_text(yes ? "yes" : "no")
    {
    }
    Value(std::chrono::milliseconds duration)
        : m_text(QByteArray::number(static_cast<qint64>(duration.count())) + "ms")
    {
    }
    Value(model::ErrorCode code)
        : m_text(model::codeName(code).toLatin1())
    {
    }
    Value(Word word)
        : m_text(word.text())
    {
    }
    Value(const Id& id)
        : m_text(id.bytes.left(4).toHex())
    {
    }
    const QByteArray& text() const { return m_text; }

private:
    QByteArray m_text;
};

struct Field {
    Word key;
    Value value;
};

/// Opens the log in the state folder: 0600, rotating, three files of 1 MiB. Before it, and if it fails, nothing is
/// logged.
model::Result start();
/// Writes what is left and closes.
void stop();

/// `log::event("unlock", {{"vault", log::Id{id}}, {"took", milliseconds}})`
void event(Word what, std::initializer_list<Field> fields = {});
/// Something that ought to be looked at: written to the disk at once.
void warning(Word what, std::initializer_list<Field> fields = {});

} // namespace heed::platform::log
