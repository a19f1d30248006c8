#pragma once

#include <QString>
#include <tl/expected.hpp>

namespace heed::model {

/// What went wrong, for the program. `exitCode` groups them as the command line reports them.
enum class ErrorCode {
    // The machine failed.
    DiskFull,
    NoPermission,
    InUse,
    MachineFailed,
    Cancelled,
    // The request or its input is wrong.
    BadInput,
    NotFound,
    NotAVault,
    AlreadyExists,
    // Not allowed.
    UnknownMember,
    WrongPassword,
    NotAllowed,
    NoReader,
    // Damaged or tampered with.
    Damaged,
    Behind,
    Forked,
};

/// What went wrong: a code for the program and, for the person, one sentence that says what is wrong and what to do.
struct Error {
    ErrorCode code;
    QString message;

    bool operator==(const Error&) const = default;
};

template <class T> using Expected = tl::expected<T, Error>;
using Result = Expected<void>;

inline tl::unexpected<Error> failure(ErrorCode code, QString message)
{
    return tl::make_unexpected(Error{code, std::move(message)});
}

/// The code as the command line's JSON spells it, such as "wrong-password".
QString codeName(ErrorCode code);

/// 1 the machine failed, 2 the request is wrong, 3 not allowed, 4 damaged or tampered with.
int exitCode(ErrorCode code);

} // namespace heed::model

/// Returns from the function with the error of `expression`, or goes on.
#define HEED_TRY(expression)                                                                                           \
    if (auto heedResult = (expression); !heedResult)                                                                   \
    return tl::make_unexpected(std::move(heedResult).error())

#define HEED_JOIN_(a, b) a##b
#define HEED_JOIN(a, b) HEED_JOIN_(a, b)

/// `HEED_TAKE(auto value, expression)`: the value, or returns from the function with the error.
#define HEED_TAKE(declaration, expression)                                                                             \
    auto HEED_JOIN(heedTaken, __LINE__) = (expression);                                                                \
    if (!HEED_JOIN(heedTaken, __LINE__))                                                                               \
        return tl::make_unexpected(std::move(HEED_JOIN(heedTaken, __LINE__)).error());                                 \
    declaration = std::move(*HEED_JOIN(heedTaken, __LINE__))
