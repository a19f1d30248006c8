#pragma once

#include <QtGlobal>

#include <functional>

namespace heed::journal {

/// What long work tells of itself, and whether it should stop. May be empty.
struct Watch {
    std::function<void(qint64 done, qint64 total)> report;
    std::function<bool()> cancelled;

    void say(qint64 done, qint64 total) const
    {
        if (report)
            report(done, total);
    }
    bool isCancelled() const { return cancelled && cancelled(); }
};

} // namespace heed::journal
