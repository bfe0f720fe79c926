using System.Globalization;
using System.Runtime.InteropServices;

namespace SurvivalKit.Benchmarks;

/// <summary>The machine and versions of a measurement.</summary>
internal static class Machine
{
    /// <summary>Versions and processor in one line.</summary>
    /// <param name="session">R; <see langword="null"/> where there is none.</param>
    public static string Describe(RSession? session)
    {
        string library = typeof(CoxModel).Assembly.GetName().Version!.ToString(3);
        string r = session is null ? "" : $"; {session.Version}, survival {session.SurvivalVersion}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"SurvivalKit {library} on {RuntimeInformation.FrameworkDescription}{r}; {Environment.ProcessorCount} cores of {Processor()}, {RuntimeInformation.OSDescription}");
    }

    private static string Processor()
    {
        const string Information = "/proc/cpuinfo";
        string? line = File.Exists(Information) ? File.ReadLines(Information)
            .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?.Split(':')[^1].Trim()
            ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
