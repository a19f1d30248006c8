#pragma once

#include <QString>

namespace heed::rules {

/// Advice never stops anybody.
enum class Severity { Error, Advice };

/// What is wrong, or could be better, with one field of a document: the field as JSON names it ("children[0].upn") and
/// a sentence that says what to do.
struct Problem {
    QString key;
    QString sentence;
    Severity severity = Severity::Error;

    bool operator==(const Problem&) const = default;
};

/// Yes or no, and why.
struct Answer {
    bool yes = false;
    QString reason;

    explicit operator bool() const { return yes; }
    bool operator==(const Answer&) const = default;
};

} // namespace heed::rules
