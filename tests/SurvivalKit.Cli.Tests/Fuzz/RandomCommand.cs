using System.CommandLine;
using System.Globalization;
using System.Text;

namespace SurvivalKit.Cli.Tests;

/// <summary>A random command line with its files: the commands and options are those that the command line has.</summary>
internal sealed class RandomCommand
{
    // Those run programs, change what is installed, or take minutes.
    private static readonly string[] LeftOut = ["reproduce", "notebook", "kernel", "synthesize"];

    private static readonly string[] Values =
    [
        "0", "1", "-1", ".5", ".95", "1.5", "180,365", "1,NaN", "1e308", "-1e308", "Infinity", "NaN", ",", "", " ", "x", "x,g",
        "age >= 65", "factor(g)", "log(x)", "nothing", "g", "w", "id",
        ":time", "death=:time:status", "x=:time:x", ":", "a=:b:c",
        "status", "time", ".04", "<.001", "8/14", "a=b", "g=a,b,c", "\"", "~", "é", "99999999999", "arm == 'A' & age > 60", ";",
    ];

    private static readonly string[] Counts =
        ["8/14", "10/42", "0/5", "5/5", "0/0", "-1/3", "7/3", "x", "1/99999999999", "2147483647/2147483647", "1.5/3", "/"];

    private static string Study => Path.Combine(Survkit.Repository, "data-samples", "ep-nec-2025", "study.json");

    private RandomCommand(IReadOnlyList<string> arguments, byte[] input)
    {
        Arguments = arguments;
        Input = input;
    }

    public IReadOnlyList<string> Arguments { get; }

    /// <summary>What stands in the files, and on standard input.</summary>
    public byte[] Input { get; }

    public static RandomCommand Make(Random random, TemporaryFolder folder, CliStreams streams)
    {
        Command[] commands = [.. RootCommandLine.Build(streams).Subcommands.Where(command => !LeftOut.Contains(command.Name))];
        Command command = commands[random.Next(commands.Length)];
        List<string> arguments = [command.Name];
        while (command.Subcommands.Count > 0)
        {
            command = command.Subcommands[random.Next(command.Subcommands.Count)];
            arguments.Add(command.Name);
        }

        bool isTame = random.Next(3) > 0;
        byte[] file = FileFor(random, command, isTame);
        string path = folder.Place("data" + Ending(random, command, isTame));
        File.WriteAllBytes(path, file);
        foreach (Argument argument in command.Arguments)
        {
            arguments.AddRange(ArgumentFor(random, argument.Name, path, folder, isTame));
        }

        Option[] options = [.. command.Options.Where(option => option.Name is not "--help")];
        foreach (Option option in options.Where(option => option.Required || random.Next(options.Length) < 2))
        {
            bool isSwitch = option.ValueType == typeof(bool);
            if (!isTame && random.Next(6) == 0)
            {
                string value = isSwitch ? Values[random.Next(Values.Length)] : ValueFor(random, option, path, folder, isTame);
                arguments.Add($"{option.Name}={value}");
                continue;
            }

            arguments.Add(option.Name);
            if (!isSwitch)
            {
                arguments.Add(ValueFor(random, option, path, folder, isTame));
            }
        }

        if (!isTame && random.Next(20) == 0)
        {
            arguments.RemoveAt(random.Next(arguments.Count));
        }

        return new(arguments, file);
    }

    private static string Ending(Random random, Command command, bool isTame) =>
        command.Name is "audit" ? ".json" : isTame ? ".csv" : random.Next(8) switch { 0 => ".tsv", 1 => ".csv.gz", _ => ".csv" };

    private static byte[] FileFor(Random random, Command command, bool isTame) => command.Name switch
    {
        "check" => RandomFiles.Text(random),
        "audit" => RandomFiles.Damaged(random, File.ReadAllBytes(Study)),
        _ => RandomFiles.Data(random, isTame),
    };

    private static IEnumerable<string> ArgumentFor(Random random, string name, string path, TemporaryFolder folder, bool isTame) =>
        name switch
        {
            "FORMULA" => [isTame ? RandomFormula.Plain(random) : RandomFormula.Make(random)],
            "EVENTS/N" => RandomFiles.Pick(random, Counts, random.Next(5)),
            _ => [isTame ? path : random.Next(12) switch { 0 => "-", 1 => folder.Place("nothing.csv"), 2 => folder.Path, _ => path }],
        };

    // A file that an option names lies in the folder of the test.
    private static string ValueFor(Random random, Option option, string path, TemporaryFolder folder, bool isTame)
    {
        string help = option.HelpName ?? "";
        if (help.StartsWith("[NAME=]", StringComparison.Ordinal))
        {
            string[] names = ["x", "g", "age", "time", "status", "w", "id"];
            string value = random.Next(2) == 0 ? "" : ":" + names[random.Next(names.Length)];
            return random.Next(8) == 0 ? Values[random.Next(Values.Length)]
                : $"{(random.Next(2) == 0 ? "new=" : "")}{(random.Next(2) == 0 ? path : "")}:{names[random.Next(names.Length)]}{value}";
        }

        if (help.Contains("FILE", StringComparison.Ordinal) || help is "NEW" or "DIR" or "PATH")
        {
            string[] endings = ["out.svg", "out.pdf", "out.png", "out.html", "out.csv", "out", "missing/out.svg"];
            return random.Next(3) == 0 && help == "NEW" ? path : folder.Place(endings[random.Next(endings.Length)]);
        }

        if (isTame && Likely(random, help) is { } likely)
        {
            return likely;
        }

        string[] words = help.Trim('<', '>').Split('|', StringSplitOptions.TrimEntries);
        return words.Length > 1 && random.Next(8) > 0 ? words[random.Next(words.Length)] : Values[random.Next(Values.Length)];
    }

    private static string? Likely(Random random, string help) => help switch
    {
        "COL" => random.Next(2) == 0 ? "w" : "g",
        "p" => ".9",
        "t,t" => "1,2.5,1000",
        "p,p" => ".25,.5",
        "tau" => random.Next(2) == 0 ? "1" : "0.01",
        "number" => random.Next(3).ToString(CultureInfo.InvariantCulture),
        "a,b,c" => "x,age,factor(g)",
        _ => null,
    };

    public override string ToString() =>
        string.Join(" ", Arguments.Select(argument => $"'{argument}'")) + "\n"
            + Encoding.UTF8.GetString(Input[..Math.Min(Input.Length, 3000)]);
}
