#include "fuzzed.h"

#include "register/ctf.h"

#include <QBuffer>

using namespace heed;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size)
{
    auto bytes = fuzzed::bytesOf(data, size);
    QBuffer file(&bytes);
    file.open(QIODevice::ReadOnly);
    const auto reading = pupils::readCtf(file, QDate(2026, 11, 24));
    if (!reading)
        fuzzed::mustHold(!reading.error().message.isEmpty());
    else
        for (const auto& pupil : reading->pupils)
            fuzzed::mustHold(pupil.line > 0);
    return 0;
}
