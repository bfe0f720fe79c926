namespace SurvivalKit.Cli.Tests;

public class OutputFileTests
{
    private const string Formula = "Surv(time, status) ~ sex";

    [Fact]
    public async Task Out_writes_what_would_have_been_printed_and_prints_nothing()
    {
        using var folder = new TemporaryFolder();
        CliRun printed = await Survkit.Succeeds("km", Survkit.Sample("lung"), Formula, "--json");
        CliRun written = await Survkit.Succeeds("km", Survkit.Sample("lung"), Formula, "--json", "--out", folder.Place("km.json"));
        Assert.Equal("", written.Output);
        Assert.Equal(printed.Output, await File.ReadAllTextAsync(folder.Place("km.json"), TestContext.Current.CancellationToken));
        Assert.Equal(["km.json"], folder.Files);
    }

    [Fact]
    public async Task A_file_that_is_there_stays_as_it_was_after_a_failure()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("result.txt", "before");
        CliRun run = await Survkit.Run("km", Survkit.Sample("lung"), "Surv(time, status) ~ nothing", "--out", file);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("before", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal(["result.txt"], folder.Files);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_named()
    {
        using var folder = new TemporaryFolder();
        CliRun run = await Survkit.Run("km", Survkit.Sample("lung"), Formula, "--out", folder.Place("none/result.txt"));
        Assert.Equal(1, run.ExitCode);
        Assert.Equal($"survkit: {folder.Place("none/result.txt")}: the folder {folder.Place("none")} does not exist.\n", run.Error);
    }

    [Fact]
    public void Files_appear_together_or_not_at_all()
    {
        using var folder = new TemporaryFolder();
        using (var files = new StagedFiles())
        {
            files.Add(folder.Place("a.txt"), "a");
            Assert.Throws<CommandException>(() => files.Add(folder.Place("none/b.txt"), "b"));
        }

        Assert.Empty(folder.Files);
        using (var files = new StagedFiles())
        {
            files.Add(folder.Place("a.txt"), "a");
            files.Add(folder.Place("b.txt"), "b");
            Assert.DoesNotContain("a.txt", folder.Files);
            files.Commit();
        }

        Assert.Equal(["a.txt", "b.txt"], folder.Files);
    }

    [Fact]
    public void A_link_stays_a_link_to_the_file_that_is_written()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // Creating a link needs rights on Windows that a test does not have.
        }

        using var folder = new TemporaryFolder();
        string file = folder.Write("real.txt", "before");
        File.CreateSymbolicLink(folder.Place("link.txt"), file);
        using var files = new StagedFiles();
        files.Add(folder.Place("link.txt"), "after");
        files.Commit();
        Assert.Equal("after", File.ReadAllText(file));
        Assert.Equal(file, File.ResolveLinkTarget(folder.Place("link.txt"), returnFinalTarget: true)?.FullName);
    }

    [Fact]
    public async Task A_device_is_written_to_and_not_replaced()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // Windows has no device files.
        }

        await Survkit.Succeeds("km", Survkit.Sample("lung"), Formula, "--out", "/dev/null");
        Assert.Equal(0, new FileInfo("/dev/null").Length);
    }

    [Fact]
    public async Task A_cancelled_command_says_130()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = await SurvkitApplication.RunAsync(
            ["km", Survkit.Sample("lung"), Formula], new CliStreams(Stream.Null, output, error, 100, false), new CancellationToken(
                canceled: true));
        Assert.Equal(130, code);
        Assert.Equal("", output.ToString());
        Assert.Equal("", error.ToString());
    }
}
