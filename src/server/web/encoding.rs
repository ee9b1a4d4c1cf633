//! Which of a file's compressed forms a browser takes.

/// A form in which a file lies beside itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// `.br`, the smallest.
    Brotli,
    /// `.gz`, for school filters that take brotli out of what a browser accepts.
    Gzip,
}

impl Encoding {
    /// The name in `Accept-Encoding` and `Content-Encoding`.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Brotli => "br",
            Encoding::Gzip => "gzip",
        }
    }

    /// How the compressed file's name ends.
    pub fn ending(self) -> &'static str {
        match self {
            Encoding::Brotli => ".br",
            Encoding::Gzip => ".gz",
        }
    }
}

/// What `accepted`, an `Accept-Encoding` header, allows, smallest first (RFC 9110, section 12.5.3).
///
/// A weight only says whether a form is taken at all: among those that are, the smallest serves everyone best.
pub fn acceptable(accepted: &str) -> impl Iterator<Item = Encoding> {
    let takes = move |wanted: &str| {
        accepted.split(',').find_map(|choice| {
            let (name, parameters) = choice.split_once(';').unwrap_or((choice, ""));
            name.trim().eq_ignore_ascii_case(wanted).then(|| !is_refused(parameters))
        })
    };
    [Encoding::Brotli, Encoding::Gzip]
        .into_iter()
        .filter(move |encoding| takes(encoding.name()).or_else(|| takes("*")).unwrap_or(false))
}

/// Whether the parameters of a choice are a weight of zero.
fn is_refused(parameters: &str) -> bool {
    let weight = parameters.trim().strip_prefix("q=").or_else(|| parameters.trim().strip_prefix("Q="));
    weight.and_then(|weight| weight.trim().parse::<f32>().ok()).is_some_and(|weight| weight <= 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepted(header: &str) -> Vec<Encoding> {
        acceptable(header).collect()
    }

    #[test]
    fn the_smallest_form_that_is_accepted_comes_first() {
        assert_eq!(accepted("gzip, deflate, br, zstd"), [Encoding::Brotli, Encoding::Gzip]);
        assert_eq!(accepted("gzip"), [Encoding::Gzip]);
        assert_eq!(accepted(""), []);
        assert_eq!(accepted("*"), [Encoding::Brotli, Encoding::Gzip]);
    }

    #[test]
    fn a_form_with_weight_zero_is_refused_even_when_everything_is_accepted() {
        assert_eq!(accepted("br;q=0, gzip;q=0.5"), [Encoding::Gzip]);
        assert_eq!(accepted("BR;q=0.0,*"), [Encoding::Gzip]);
        assert_eq!(accepted("brotli, x-gzip"), []);
    }
}
