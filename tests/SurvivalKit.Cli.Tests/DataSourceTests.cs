using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace SurvivalKit.Cli.Tests;

public class DataSourceTests
{
    private const string Formula = "Surv(time, status) ~ sex";

    [Fact]
    public async Task Standard_input_gives_the_same_as_the_file()
    {
        CliRun file = await Survkit.Succeeds("km", Survkit.Sample("lung"), Formula, "--json");
        CliRun input = await Survkit.RunWithInput(await Lung(), "km", "-", Formula, "--json");
        Assert.Equal(file, input);
    }

    [Fact]
    public async Task Standard_input_may_be_gzipped_or_tab_separated()
    {
        CliRun file = await Survkit.Succeeds("km", Survkit.Sample("lung"), Formula);
        Assert.Equal(file, await Survkit.RunWithInput(Gzipped(await Lung()), "km", "-", Formula));
        Assert.Equal(file, await Survkit.RunWithInput(
            Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(await Lung()).Replace(',', '\t')), "km", "-", Formula));
    }

    [Fact]
    public async Task Files_may_be_gzipped_and_tab_separated()
    {
        using var folder = new TemporaryFolder();
        CliRun file = await Survkit.Succeeds("km", Survkit.Sample("lung"), Formula);
        await File.WriteAllBytesAsync(folder.Place("a.csv.gz"), Gzipped(await Lung()), TestContext.Current.CancellationToken);
        string tabs = Encoding.UTF8.GetString(await Lung()).Replace(',', '\t');
        folder.Write("b.tsv", tabs);
        await File.WriteAllBytesAsync(
            folder.Place("c.tsv.gz"), Gzipped(Encoding.UTF8.GetBytes(tabs)), TestContext.Current.CancellationToken);
        foreach (string name in folder.Files)
        {
            Assert.Equal(file, await Survkit.Run("km", folder.Place(name), Formula));
        }
    }

    [Fact]
    public async Task Gzipped_parts_one_after_another_are_one_file()
    {
        byte[] lung = await Lung();
        byte[] parts = [.. Gzipped(lung[..1000]), .. Gzipped(lung[1000..])];
        Assert.Equal(await Survkit.Succeeds("km", Survkit.Sample("lung"), Formula), await Survkit.RunWithInput(parts, "km", "-", Formula));
    }

    [Fact]
    public async Task A_gzipped_file_that_breaks_off_is_refused()
    {
        using var folder = new TemporaryFolder();
        byte[] half = Gzipped(await Lung())[..1500];
        await File.WriteAllBytesAsync(folder.Place("half.csv.gz"), half, TestContext.Current.CancellationToken);
        CliRun file = await Survkit.Run("km", folder.Place("half.csv.gz"), Formula);
        Assert.Equal(1, file.ExitCode);
        Assert.EndsWith("half.csv.gz: the gzipped data break off before their end.\n", file.Error, StringComparison.Ordinal);
        Assert.Equal(
            "survkit: standard input: the gzipped data break off before their end.\n",
            (await Survkit.RunWithInput(half, "km", "-", Formula)).Error);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    public async Task Empty_input_is_refused(string input)
    {
        CliRun run = await Survkit.RunWithInput(Encoding.UTF8.GetBytes(input), "km", "-", Formula);
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("survkit: standard input: the file is empty", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_and_other_formats_are_refused()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(
            $"survkit: {folder.Path}: this is a folder; a data file was expected.\n",
            (await Survkit.Run("km", folder.Path, Formula)).Error);
        Assert.StartsWith(
            "survkit: trial.sas7bdat: files of the kind .sas7bdat cannot be read; one of .csv, ",
            (await Survkit.Run("km", "trial.sas7bdat", Formula)).Error,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rows")]
    [InlineData("rows.txt")]
    [InlineData("rows.out")]
    public async Task Rows_of_a_name_without_a_known_ending_are_CSV(string name)
    {
        using var folder = new TemporaryFolder();
        string[] split = ["shape", "split", Survkit.Sample("lung"), "Surv(time, status) ~ sex", "--cut", "200"];
        await Survkit.Run([.. split, "--out", folder.Place(name)]);
        Assert.Equal((await Survkit.Run(split)).Output, File.ReadAllText(folder.Place(name)));
    }

    [Theory]
    [InlineData("rows.xpt")]
    [InlineData("rows.parquet")]
    [InlineData("rows.feather.gz")]
    public async Task What_a_command_writes_by_its_ending_others_read(string name)
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, name);
        CliRun split = await Survkit.Run(
            "shape", "split", Survkit.Sample("lung"), "Surv(time, status) ~ sex", "--cut", "200", "--out", path);
        Assert.Equal((0, ""), (split.ExitCode, split.Output));

        CliRun plain = await Survkit.Run("cox", Survkit.Sample("lung"), "Surv(time, status) ~ sex", "--json");
        CliRun cut = await Survkit.Run("cox", path, "Surv(tstart, time, status) ~ sex", "--json");
        using var expected = JsonDocument.Parse(plain.Output);
        using var found = JsonDocument.Parse(cut.Output);
        Assert.Equal(
            expected.RootElement.GetProperty("terms")[0].GetProperty("coef").GetDouble(),
            found.RootElement.GetProperty("terms")[0].GetProperty("coef").GetDouble(),
            1e-9);
    }

    private static Task<byte[]> Lung() => File.ReadAllBytesAsync(Survkit.Sample("lung"), TestContext.Current.CancellationToken);

    private static byte[] Gzipped(byte[] bytes)
    {
        using var buffer = new MemoryStream();
        using (var zip = new GZipStream(buffer, CompressionLevel.Optimal))
        {
            zip.Write(bytes);
        }

        return buffer.ToArray();
    }
}
