#include "model/error.h"

namespace heed::model {

QString codeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::DiskFull: return QStringLiteral("disk-full");
    case ErrorCode::NoPermission: return QStringLiteral("no-permission");
    case ErrorCode::InUse: return QStringLiteral("in-use");
    case ErrorCode::MachineFailed: return QStringLiteral("machine-failed");
    case ErrorCode::Cancelled: return QStringLiteral("cancelled");
    case ErrorCode::BadInput: return QStringLiteral("bad-input");
    case ErrorCode::NotFound: return QStringLiteral("not-found");
    case ErrorCode::NotAVault: return QStringLiteral("not-a-vault");
    case ErrorCode::AlreadyExists: return QStringLiteral("already-exists");
    case ErrorCode::UnknownMember: return QStringLiteral("unknown-member");
    case ErrorCode::WrongPassword: return QStringLiteral("wrong-password");
    case ErrorCode::NotAllowed: return QStringLiteral("not-allowed");
    case ErrorCode::NoReader: return QStringLiteral("no-reader");
    case ErrorCode::Damaged: return QStringLiteral("damaged");
    case ErrorCode::Behind: return QStringLiteral("behind");
    case ErrorCode::Forked: return QStringLiteral("forked");
    }
    return {};
}

int exitCode(ErrorCode code)
{
    if (code <= ErrorCode::Cancelled)
        return 1;
    if (code <= ErrorCode::AlreadyExists)
        return 2;
    if (code <= ErrorCode::NoReader)
        return 3;
    return 4;
}

} // namespace heed::model
