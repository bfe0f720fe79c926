using CSharpNotebook.Jupyter;
using CSharpNotebook.Runner;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace CSharpNotebook.Tests;

/// <summary>
/// The entry point of the tests, which xunit otherwise writes itself: this program is also the worker whose notebooks they run, and a
/// kernel whose process may end.
/// </summary>
internal static class EntryPoint
{
    /// <summary>The argument with which a test starts this program as a kernel; the connection file follows it.</summary>
    public const string KernelArgument = "--test-kernel";

    public static async Task<int> Main(string[] args)
    {
        if (NotebookWorker.IsAsked(args))
        {
            return NotebookWorker.Run(args);
        }

        if (args is [KernelArgument, var connection])
        {
            using var kernel = new JupyterKernel(ConnectionFile.Read(connection));
            await kernel.RunAsync();
            return 0;
        }

        return args.Any(argument => argument is "--server" or "--internal-msbuild-node")
            ? await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
            : await ConsoleRunner.Run(args);
    }
}
