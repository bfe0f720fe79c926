using CSharpNotebook.Cells;
using CSharpNotebook.Format;
using CSharpNotebook.Languages.PowerShell;

namespace CSharpNotebook.Tests.Languages;

/// <summary>PowerShell; what needs the program is skipped where there is none.</summary>
public sealed class PowerShellTests : SessionTest
{
    private static bool IsHere => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh")));

    [Fact]
    public async Task Where_there_is_none_one_sentence_says_so()
    {
        Assert.Null(PowerShellProgram.Find(Path.GetTempPath() + "nowhere" + Path.PathSeparator));
        Assert.Equal(
            "There is no PowerShell on this machine: no pwsh was found in the folders of PATH; it comes from https://github.com/PowerShell/PowerShell.",
            IsHere ? PowerShellLanguage.NotFound : (await RunBadly("#!pwsh\nGet-Date")).Message);
    }

    [Fact]
    public async Task Variables_stay_and_values_come_from_other_languages()
    {
        Assert.SkipUnless(IsHere, "There is no PowerShell on this machine.");
        await RunWell("var text = \"it's\"; var n = 2.5;");
        Assert.Equal("it's 5\n", TextOfStream(await RunWell(
            "#!pwsh\n#!share --from csharp text\n#!share --from csharp n\n$kept = $n * 2\n\"$text $kept\"")));
        Assert.Equal("5é\n", TextOfStream(await RunWell("#!powershell\nWrite-Host \"${kept}é\"")));
    }

    [Fact]
    public async Task Errors_have_the_line_of_the_cell_and_an_end_is_told()
    {
        Assert.SkipUnless(IsHere, "There is no PowerShell on this machine.");
        CellFailure failure = await RunBadly("1\n#!pwsh\n'a'\nthrow 'oh'");
        Assert.Equal((4, "oh"), (failure.Line, failure.Message));
        Assert.Equal(3, (await RunBadly("#!pwsh\n'a'\nif (")).Line);
        Assert.Equal(
            "PowerShell has ended, and its variables are gone; the next cell starts it again.",
            (await RunBadly("#!pwsh\n[Environment]::Exit(0)")).Message);
        Assert.Equal("1\n", TextOfStream(await RunWell("#!pwsh\n1")));
    }

    private static string TextOfStream(CellResult result) =>
        string.Concat(result.Outputs.Select(output => Assert.IsType<StreamOutput>(output).Text)).ReplaceLineEndings("\n");
}
