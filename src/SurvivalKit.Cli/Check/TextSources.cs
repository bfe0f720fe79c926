namespace SurvivalKit.Cli;

/// <summary>The texts that a command is to check: files, whole folders, standard input, or a text that was given.</summary>
internal static class TextSources
{
    /// <summary>Reads and checks all texts, several at once; they come back in the order given.</summary>
    /// <param name="files">Paths of files and folders, or <c>-</c>; none: standard input where it is redirected.</param>
    /// <param name="text">The text that was given instead; <see langword="null"/>: none.</param>
    /// <param name="streams">The streams.</param>
    /// <param name="cancellation">Stops between two texts.</param>
    /// <exception cref="CommandException">There is nothing to read, or it cannot be read.</exception>
    public static CheckedSource[] Check(string[] files, string? text, CliStreams streams, CancellationToken cancellation)
    {
        if (text is not null)
        {
            return [new CheckedSource(null, TextCheck.TextCheck.Run(text), [])];
        }

        if (files.Length == 0)
        {
            return streams.InputIsRedirected
                ? [CheckedInput(streams)]
                : throw new CommandException("check FILE or check --text TEXT was expected; survkit check --help says more.");
        }

        CheckedSource[][] found = new CheckedSource[files.Length][];
        for (int i = 0; i < files.Length; i++)
        {
            found[i] = files[i] == "-" ? [CheckedInput(streams)]
                : Directory.Exists(files[i]) ? CheckedFolder(files[i], cancellation)
                : [CheckedFile(files[i])];
            cancellation.ThrowIfCancellationRequested();
        }

        return [.. found.SelectMany(sources => sources)];
    }

    private static CheckedSource CheckedInput(CliStreams streams)
    {
        using var all = new MemoryStream();
        streams.Input.CopyTo(all);
        return Checked(null, "standard input", all.ToArray());
    }

    private static CheckedSource CheckedFile(string file) => File.Exists(file)
        ? Checked(file, file, File.ReadAllBytes(file))
        : throw new CommandException($"{file}: there is no such file.");

    /// <summary>All texts of a folder and of those within it; one that cannot be read does not stop the others.</summary>
    private static CheckedSource[] CheckedFolder(string folder, CancellationToken cancellation)
    {
        string[] files =
        [
            .. Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true })
                .Where(file => TextFormats.IsText(Path.GetExtension(file))).Order(StringComparer.Ordinal),
        ];
        if (files.Length == 0)
        {
            throw new CommandException($"{folder}: there is no text in this folder; {TextFormats.Expected} was expected.");
        }

        return
        [
            .. files.AsParallel().AsOrdered().WithCancellation(cancellation).Select(file =>
            {
                try
                {
                    return CheckedFile(file);
                }
                catch (Exception e) when (e is CommandException or SurvivalDataException or IOException or UnauthorizedAccessException)
                {
                    return new CheckedSource(file, TextCheck.TextCheck.Run(""), [e.Message]);
                }
            }),
        ];
    }

    private static CheckedSource Checked(string? file, string name, byte[] content)
    {
        (string text, IReadOnlyList<string> cautions) = TextFormats.Read(name, content);
        return new CheckedSource(file, TextCheck.TextCheck.Run(text), cautions);
    }
}
