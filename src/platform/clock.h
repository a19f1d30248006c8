#pragma once

#include <QDateTime>

namespace heed::platform {

/// The time now, in UTC to the millisecond. Rules never ask: time enters them as an argument.
QDateTime now();

/// `time` as the school's clocks show it (Europe/London), with its offset, which is "Z" in winter.
QDateTime inSchoolTime(const QDateTime& time);

/// While one lives, now() answers its time on every thread. For tests and the demo; they nest.
class FixedClock {
public:
    explicit FixedClock(const QDateTime& time);
    ~FixedClock();
    FixedClock(const FixedClock&) = delete;
    FixedClock& operator=(const FixedClock&) = delete;

    void set(const QDateTime& time);
    void advance(qint64 seconds);

private:
    qint64 m_before;
};

} // namespace heed::platform
