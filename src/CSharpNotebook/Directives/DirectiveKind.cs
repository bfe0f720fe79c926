namespace CSharpNotebook.Directives;

/// <summary>The kinds of <see cref="Directive"/>.</summary>
internal enum DirectiveKind
{
    /// <summary><c>#r "nuget: Name, Version"</c>: a package.</summary>
    Package,

    /// <summary><c>#r "path.dll"</c>: an assembly.</summary>
    Assembly,

    /// <summary><c>#i "nuget: source"</c>: an address or a folder from which packages are restored.</summary>
    PackageSource,

    /// <summary><c>#load "file.csx"</c>: the code of a file. Handled by the compiler itself.</summary>
    Load,

    /// <summary><c>#!name ...</c>: another language, or a command for the host.</summary>
    Command,

    /// <summary>
    /// A line that begins like one of these but that the host cannot read. The compiler reports what is wrong with it.
    /// </summary>
    Malformed,
}
