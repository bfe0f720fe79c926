using System.CommandLine;
using CSharpNotebook.Jupyter;
using CSharpNotebook.Runner;

namespace SurvivalKit.Cli;

/// <summary><c>survkit kernel install|run</c>: the Jupyter kernel for C# notebooks.</summary>
internal static class KernelCommand
{
    public static Command Create(CliStreams streams)
    {
        var command = new Command("kernel", "The Jupyter kernel for C# notebooks.") { CreateInstall(streams), CreateRun(streams) };
        command.WithExamples("survkit kernel install", "survkit kernel install --prefix /opt/jupyter");
        return command;
    }

    private static Command CreateInstall(CliStreams streams)
    {
        Option<DirectoryInfo?> prefix = new("--prefix")
        {
            Description =
                "Install for everybody who uses the Python under this folder (DIR/share/jupyter/kernels), not for this user only.",
            HelpName = "DIR",
        };
        var command = new Command(
            "install", "Tells Jupyter of the kernel; then start jupyter notebook or jupyter lab, and choose .NET (C#).") { prefix };
        command.SetAction(parsed =>
        {
            string? kernels = parsed.GetValue(prefix) is { } folder ? Path.Combine(folder.FullName, "share", "jupyter", "kernels") : null;
            WorkerCommand own = WorkerCommand.OwnProgram;
            string installed = KernelSpec.Install([own.FileName, .. own.Arguments, "kernel", "run"], kernels);
            streams.Output.WriteLine($"Installed the kernel {KernelSpec.Name} in {installed}.");
            return ExitCodes.Done;
        });
        command.WithExamples("survkit kernel install");
        return command;
    }

    private static Command CreateRun(CliStreams streams)
    {
        Argument<FileInfo> connection = new("CONNECTION-FILE") { Description = "The connection file that Jupyter wrote." };
        var command = new Command("run", "Runs the kernel until its client shuts it down; Jupyter calls this.") { connection };
        command.SetAction(async (parsed, cancellation) =>
        {
            string path = parsed.GetValue(connection)!.FullName;
            if (!File.Exists(path))
            {
                throw new CommandException($"There is no file {path}; a connection file of Jupyter was expected.");
            }

            try
            {
                using var kernel = new JupyterKernel(ConnectionFile.Read(path), new JupyterKernelOptions { Log = streams.Error.WriteLine });
                await kernel.RunAsync(cancellation).ConfigureAwait(false);
            }
            catch (InvalidDataException wrong)
            {
                throw new CommandException(wrong.Message);
            }
            return ExitCodes.Done;
        });
        command.WithExamples("survkit kernel run connection.json");
        return command;
    }
}
