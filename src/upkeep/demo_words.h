#pragma once

#include "model/body.h"

#include <QRandomGenerator>

#include <span>

// What the invented data is made of.

namespace heed::upkeep {

/// Chances that come out the same for the same numbers, on every machine.
class Dice {
public:
    Dice(quint32 seed, int purpose, int index)
        : m_state((quint64(seed) << 32) ^ (quint64(static_cast<quint32>(purpose)) << 27) ^ static_cast<quint32>(index))
    {
    }

    /// 0 to `sides` - 1.
    int below(int sides) { return static_cast<int>(next() % static_cast<quint64>(sides)); }
    bool oneIn(int chances) { return below(chances) == 0; }
    int between(int least, int most) { return least + below(most - least + 1); }
    QString pick(std::span<const char* const> words)
    {
        return QString::fromUtf8(words[static_cast<std::size_t>(below(static_cast<int>(words.size())))]);
    }

private:
    quint64 next() // splitmix64
    {
        m_state += 0x9E3779B97F4A7C15;
        auto mixed = m_state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    quint64 m_state;
};

/// One thing that somebody noticed. In its words, {name}, {friend}, {car} and {place} stand for what the dice say.
struct Story {
    std::vector<const char*> signs;
    model::Source source = model::Source::Saw;
    const char* place = "";
    const char* facts = "";
    const char* childsWords = "";
    const char* opinion = "";
    const char* actionTaken = "";
    model::Level level = model::Level::Low;
    bool danger = false;
};

std::span<const Story> singleStories();
/// About a child who is not at this school.
std::span<const Story> outsideStories();
/// About an adult who works at the school.
std::span<const Story> adultStories();
/// Five small things each, that happen to one pupil within six weeks.
std::span<const std::span<const Story>> threadStories();

std::span<const char* const> forenames();
std::span<const char* const> surnames();
std::span<const char* const> cars();
std::span<const char* const> places();
std::span<const char* const> passwordWords();

} // namespace heed::upkeep
