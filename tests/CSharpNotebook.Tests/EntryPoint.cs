using CSharpNotebook.Runner;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace CSharpNotebook.Tests;

/// <summary>
/// The entry point of the tests, which xunit otherwise writes itself: this program is also the worker whose notebooks they run.
/// </summary>
internal static class EntryPoint
{
    public static async Task<int> Main(string[] args)
    {
        if (NotebookWorker.IsAsked(args))
        {
            return NotebookWorker.Run(args);
        }

        return args.Any(argument => argument is "--server" or "--internal-msbuild-node")
            ? await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
            : await ConsoleRunner.Run(args);
    }
}
