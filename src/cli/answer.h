#pragma once

#include "model/shape.h"

namespace heed::cli {

/// What a verb answers: as a document for programs and as text for people. main prints the one that was asked for.
struct Answer {
    QCborMap json;
    QString text;
    int exit = 0; ///< not 0 where the answer is that something is damaged

    static Answer of(const QCborMap& json, const QString& text) { return {json, text, 0}; }
};

using Outcome = model::Expected<Answer>;

} // namespace heed::cli
