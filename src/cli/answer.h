#pragma once

#include "crypto/secret_bytes.h"
#include "model/shape.h"

#include <memory>

namespace heed::cli {

/// What a verb answers: as a document for programs and as text for people. main prints the one that was asked for.
struct Answer {
    QCborMap json;
    QString text;
    int exit = 0;                                          ///< not 0 where the answer is that something is damaged
    std::shared_ptr<const crypto::SecretBytes> bytes = {}; ///< printed as they are, instead of the text

    static Answer of(const QCborMap& json, const QString& text) { return {json, text, 0, {}}; }
};

using Outcome = model::Expected<Answer>;

} // namespace heed::cli
