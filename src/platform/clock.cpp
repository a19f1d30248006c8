#include "platform/clock.h"

#include <QTimeZone>

#include <atomic>
#include <limits>

namespace heed::platform {
namespace {

constexpr qint64 running = std::numeric_limits<qint64>::min();
std::atomic<qint64> fixedAt = running; // milliseconds since 1970

} // namespace

QDateTime now()
{
    const auto fixed = fixedAt.load();
    return fixed == running ? QDateTime::currentDateTimeUtc() : QDateTime::fromMSecsSinceEpoch(fixed, Qt::UTC);
}

QDateTime inSchoolTime(const QDateTime& time)
{
    static const QTimeZone london("Europe/London");
    const auto local = london.isValid() ? time.toTimeZone(london) : time.toLocalTime();
    return local.toOffsetFromUtc(local.offsetFromUtc());
}

FixedClock::FixedClock(const QDateTime& time)
    : m_before(fixedAt.exchange(time.toMSecsSinceEpoch()))
{
}

FixedClock::~FixedClock()
{
    fixedAt = m_before;
}

void FixedClock::set(const QDateTime& time)
{
    fixedAt = time.toMSecsSinceEpoch();
}

void FixedClock::advance(qint64 seconds)
{
    fixedAt += seconds * 1000;
}

} // namespace heed::platform
