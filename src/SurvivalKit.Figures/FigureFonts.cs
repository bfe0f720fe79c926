namespace SurvivalKit.Figures;

/// <summary>Fonts for letters that the embedded Inter does not have: Chinese, Japanese, Korean, Arabic, Hebrew, Indian scripts, symbols.</summary>
/// <remarks>The fonts of the system are tried after those that are given here; a figure with letters that none of them has is refused. Where
/// a figure has to be the same on every machine, its font is given.</remarks>
public static class FigureFonts
{
    /// <summary>Adds a font to those that figures use from now on, for letters that the ones before do not have.</summary>
    /// <param name="file">A TrueType or OpenType file.</param>
    /// <exception cref="SurvivalDataException">The file is no font.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static void Add(string file)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(file);
        FallbackFonts.Add(FontFace.Read(File.ReadAllBytes(file))
            ?? throw new SurvivalDataException($"{Path.GetFileName(file)} is no font; a TrueType or OpenType file was expected."));
    }
}
