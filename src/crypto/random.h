#pragma once

#include <QByteArray>
#include <QString>

namespace heed::crypto {

/// Bytes that nobody can foresee; not secret in themselves.
QByteArray randomBytes(qsizetype size);

/// A password of 80 bits for a first sign-in, in groups that can be read out: "k7wm-3npt-x9hd-4rqc".
QString startingPassword();

} // namespace heed::crypto
