#include <catch2/catch_session.hpp>

#include <QGuiApplication>

int main(int argc, char* argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("TZ", "Europe/London");
    QGuiApplication app(argc, argv);
    return Catch::Session().run(argc, argv);
}
