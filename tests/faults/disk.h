#pragma once

#include <QString>

#include <functional>

namespace heed::tests::disk {

// In this program the system's calls that change a disk go through here first, whoever makes them: Heed, Qt or SQLite.

enum class Fault {
    Nothing,
    Killed, ///< SIGKILL before the call; a write gets half of its bytes down first
    Full    ///< from this call on nothing that needs room succeeds: ENOSPC
};

/// What a piece of work did that ran in a process of its own.
struct Run {
    int calls = 0; ///< that change a disk
    bool wasKilled = false;
    bool wasHit = false;      ///< it came as far as the call at which the fault was to be
    bool hasAnswered = false; ///< it came to its end
    bool didWell = false;
    QString message; ///< of the error it answered with
};

/// What the work answers: nothing, or an error's code (as a number that is not 0) and its sentence.
struct Answer {
    bool isWell = false;
    QString message;
};

/// Work in a child process in which the `call`-th call that changes a disk (from 1) meets `fault`.
class Process {
public:
    Process(int call, Fault fault, const std::function<Answer()>& work);
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    bool isRunning();
    Run finish();

private:
    struct Shared* m_shared;
    int m_call;
    Fault m_fault;
    int m_child = -1; ///< -1: its end was seen
    int m_status = 0;
};

/// The same from its beginning to its end.
Run run(int call, Fault fault, const std::function<Answer()>& work);

} // namespace heed::tests::disk
