using System.Runtime.CompilerServices;

namespace SurvivalKit.Tests;

/// <summary>
/// How the runtimes are set that the tests start: command lines, kernels, workers of notebooks. Most live for seconds, so that what is
/// compiled again in the background, or protected in memory page by page, is not earned back.
/// </summary>
internal static class ProcessesOfTests
{
    [ModuleInitializer]
    internal static void Set()
    {
        Environment.SetEnvironmentVariable("DOTNET_TieredPGO", "0");
        Environment.SetEnvironmentVariable("DOTNET_TC_CallCountingDelayMs", "1000");
        Environment.SetEnvironmentVariable("DOTNET_EnableWriteXorExecute", "0");
    }
}
