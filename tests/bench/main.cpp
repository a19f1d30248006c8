#include "rows.h"

#include "crypto/self_test.h"

#include <QGuiApplication>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <optional>
#include <stdexcept>

// heed_bench [--json] [runs]
// heed_bench --desk CONCERNS | --vault FOLDER [--seed SEED] [--rebuild] [--json] [runs]
int main(int argc, char* argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    bool json = false;
    int runs = 10;
    std::optional<heed::bench::DeskRequest> desk;
    const auto asked = [&]() -> heed::bench::DeskRequest& { return desk ? *desk : desk.emplace(); };
    for (int i = 1; i < argc; ++i) {
        const auto is = [&](const char* name) { return std::strcmp(argv[i], name) == 0; };
        if (is("--json"))
            json = true;
        else if (is("--rebuild"))
            asked().rebuild = true;
        else if (is("--desk") && i + 1 < argc)
            asked().concerns = std::max(1, std::atoi(argv[++i]));
        else if (is("--vault") && i + 1 < argc)
            asked().vault = argv[++i];
        else if (is("--seed") && i + 1 < argc)
            asked().seed = static_cast<std::uint32_t>(std::strtoul(argv[++i], nullptr, 10));
        else
            runs = std::max(1, std::atoi(argv[i]));
    }
    try {
        if (const auto ready = heed::crypto::start(); !ready)
            throw std::runtime_error(ready.error().message.toStdString());
        std::vector<heed::bench::Row> rows;
        if (desk) {
            desk->runs = runs;
            rows = heed::bench::theDesk(*desk);
        } else {
            rows = heed::bench::theMainJob(runs);
            const auto more = heed::bench::theRegister(std::max(1, runs / 3));
            rows.insert(rows.end(), more.begin(), more.end());
            const auto paper = heed::bench::onPaper(runs);
            rows.insert(rows.end(), paper.begin(), paper.end());
        }
        json ? heed::bench::printJson(rows) : heed::bench::printTable(rows);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
