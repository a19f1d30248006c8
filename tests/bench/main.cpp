#include "rows.h"

#include "crypto/self_test.h"

#include <QGuiApplication>

#include <cstdio>
#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <stdexcept>

// heed_bench [--json] [runs]
int main(int argc, char* argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    bool json = false;
    int runs = 10;
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--json") == 0)
            json = true;
        else
            runs = std::max(1, std::atoi(argv[i]));
    }
    try {
        if (const auto ready = heed::crypto::start(); !ready)
            throw std::runtime_error(ready.error().message.toStdString());
        auto rows = heed::bench::theMainJob(runs);
        const auto more = heed::bench::theRegister(std::max(1, runs / 3));
        rows.insert(rows.end(), more.begin(), more.end());
        const auto paper = heed::bench::onPaper(runs);
        rows.insert(rows.end(), paper.begin(), paper.end());
        json ? heed::bench::printJson(rows) : heed::bench::printTable(rows);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
