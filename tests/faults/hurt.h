#pragma once

#include "disk.h"
#include "qt_strings.h"
#include "school.h"
#include "taken.h"

#include "session/upkeep.h"

#include <QDir>

namespace heed::tests {

template <class T> disk::Answer said(const model::Expected<T>& result)
{
    return {result.has_value(), result ? QString() : result.error().message};
}

/// What must be so whatever happened: the vault opens, may be written to, and a check finds nothing.
inline void isWhole(session::Session& session)
{
    done(session.refresh().map([](bool) {}));
    CHECK_FALSE(session.isReadOnly());
    const auto checked = taken(session::verify(session));
    for (const auto& finding : checked.findings)
        UNSCOPED_INFO(finding.place.toStdString() + ": " + finding.sentence.toStdString());
    CHECK(checked.findings.empty());
}

/// Work that found no room says so in words; work that came to its end in spite of it says that.
inline void saysWhatHappened(const disk::Run& run, disk::Fault fault)
{
    if (fault == disk::Fault::Killed) {
        CHECK(run.wasKilled);
        return;
    }
    REQUIRE(run.hasAnswered);
    INFO(run.message.toStdString());
    CHECK((run.didWell || run.message.contains(QStringLiteral("no room")) ||
           run.message.contains(QStringLiteral("disk is full"))));
}

/// Meets a fault at the first call, the one after `step` calls, and so on, until the work comes to its end untouched.
template <class Work, class Then> int atEach(disk::Fault fault, int step, const Work& work, const Then& then)
{
    int faults = 0;
    for (int call = 1;; call += step) {
        const auto run = disk::run(call, fault, work);
        INFO("call " << call << " of " << run.calls);
        if (run.wasHit) {
            ++faults;
            saysWhatHappened(run, fault);
        } else {
            INFO(run.message.toStdString());
            CHECK(run.didWell);
        }
        then(run);
        if (!run.wasHit)
            return faults;
    }
}

/// What was begun under another name and never got its own.
inline QStringList halves(const QString& folder)
{
    return QDir(folder).entryList({QStringLiteral("*.new-*"), QStringLiteral("*.unfinished-*")},
                                  QDir::AllEntries | QDir::Hidden);
}

} // namespace heed::tests
