#pragma once

#include <QString>

namespace heed::platform {
class FixedClock;
}

namespace heed::app {

class TourDriver;

/// What a member of staff does: logs concerns, says whom they told, and sees what came of it.
class LogTour {
public:
    LogTour(TourDriver& drive, platform::FixedClock& clock)
        : m_drive(drive)
        , m_clock(clock)
    {
    }

    /// Each answers the reference of what was logged.
    QString ofThisSchool();
    QString ofAnotherSchool();
    QString withEveryPart();
    /// The author's own concerns; `reference` is one of them.
    void ownConcerns(const QString& reference);
    /// The same, after a lead has answered.
    void answered(const QString& reference);

private:
    void submit(const QString& picturesName, const QString& checkWords, const QString& afterWords);
    bool routeSays(const QString& words);
    void attachFiles();
    void fillParts();
    void putRight();
    void notReached();

    TourDriver& m_drive;
    platform::FixedClock& m_clock;
};

} // namespace heed::app
